package duban.progress.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where a batch's lines come from, one at a time. */
public interface LineSource {

  /**
   * The next line; null at the end.
   *
   * @throws IOException when the body breaks off
   */
  @Nullable Line next() throws IOException;

  /** Reads on to the end and drops it, so that a client still writing gets its answer. */
  void drain() throws IOException;
}
