package duban.progress.workbook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one workbook, and all of them together, may ask of this process. */
@ConfigMapping(prefix = "duban.workbook")
public interface WorkbookLimits {

  @WithDefault("5242880")
  int maxBytes();

  @WithDefault("5000")
  int maxRows();

  /** All parts of the file together. */
  @WithDefault("67108864")
  long maxUnpackedBytes();

  /**
   * Mark-up of all parts: an element counts four and an attribute one, each some 90 bytes of memory
   * while it is read. 5,000 rows filled in throughout come to 1,100,000.
   */
  @WithDefault("1400000")
  long maxMarkup();

  /** Cells that get a comment, each with a drawing; the result column tells of every row. */
  @WithDefault("500")
  int maxComments();

  /** Workbooks that are held in memory at the same time. */
  @WithDefault("1")
  int atOnce();

  /** How long one waits for its turn. */
  @WithDefault("20s")
  Duration patience();
}
