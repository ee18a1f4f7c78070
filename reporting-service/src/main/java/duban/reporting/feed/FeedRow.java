package duban.reporting.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change with its number. */
public record FeedRow(
    long no, String kind, String key, List<String> scopes, int year, @Nullable String row) {

  /** What a later change of the same row makes needless. */
  public record Subject(String kind, String key) {}

  public Subject subject() {
    return new Subject(kind, key);
  }

  public boolean concerns(String scope, int ofYear) {
    return year == ofYear && scopes.contains(scope);
  }
}
