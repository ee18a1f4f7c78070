package duban.reporting.rollup;

import duban.reporting.standing.Light;
import duban.reporting.standing.LightCounts;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan by its targets' lights; {@code light} is the worst of them.
 *
 * @param state "published" or "closed"
 * @param closedAt when it was closed; absent while it is open
 */
@Schema(name = "PlanLights")
public record PlanRow(
    String plan,
    String district,
    int year,
    String title,
    @Nullable String titleEn,
    int revision,
    String state,
    @Nullable Instant closedAt,
    @Nullable Light light,
    int targets,
    int reported,
    int unreported,
    Map<String, Integer> lights) {

  public PlanRow with(LightCounts counts) {
    return new PlanRow(
        plan,
        district,
        year,
        title,
        titleEn,
        revision,
        state,
        closedAt,
        counts.worst(),
        counts.targets(),
        counts.reported(),
        counts.unreported(),
        counts.byWord());
  }

  public static PlanRow uncounted(
      String plan,
      String district,
      int year,
      String title,
      @Nullable String titleEn,
      int revision,
      @Nullable Instant closedAt) {
    String state = closedAt == null ? "published" : "closed";
    return new PlanRow(
        plan, district, year, title, titleEn, revision, state, closedAt, null, 0, 0, 0, Map.of());
  }
}
