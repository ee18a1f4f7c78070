package duban.plans.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a change has done.
 *
 * @param proposals those that are new, or other than before
 * @param next by the keys of their items, the id for one more target
 */
@Schema(name = "ReviewChange")
public record ChangeView(
    String etag, Tally tally, List<Proposal> proposals, Map<String, String> next) {

  static ChangeView of(Change change, String etag) {
    Review after = change.after();
    Map<String, String> next =
        change.changed().stream()
            .map(Proposal::item)
            .distinct()
            .collect(Collectors.toMap(item -> item, after::nextTarget));
    return new ChangeView(etag, Tally.of(after), change.changed(), next);
  }
}
