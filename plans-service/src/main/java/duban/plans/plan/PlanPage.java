package duban.plans.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Plans in the order of their ids.
 *
 * @param next what to send as {@code after} for those that follow; absent at the end
 */
public record PlanPage(List<Row> plans, @Nullable String next) {

  /**
   * @param title of the draft
   * @param revision the latest; null before the first
   * @param editing whether a draft says something else than the latest revision
   * @param undecided proposals of its document that nobody has decided yet; absent when it was
   *     written by hand
   */
  @Schema(name = "PlanRow")
  public record Row(
      String plan,
      String district,
      int year,
      String title,
      String state,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable Integer revision,
      boolean editing,
      @Nullable Integer undecided,
      String etag) {}
}
