package duban.progress.evidence;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a district's files, in the order of their coming.
 *
 * @param next the cursor to give as {@code after} for the next page; absent on the last one
 */
public record FilePage(
    @Schema(examples = "320412") String district, List<KeptFile> files, @Nullable Long next) {

  /**
   * @param found up to one more than {@code limit}, which tells whether there is a next page
   */
  static FilePage of(String district, List<KeptFile> found, int limit) {
    if (found.size() <= limit) {
      return new FilePage(district, found, null);
    }
    List<KeptFile> page = found.subList(0, limit);
    return new FilePage(district, page, page.getLast().seq());
  }
}
