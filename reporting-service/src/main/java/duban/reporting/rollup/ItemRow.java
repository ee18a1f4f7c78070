package duban.reporting.rollup;

import duban.reporting.standing.Light;
import duban.reporting.standing.LightCounts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A work item by its targets' lights; {@code light} is the worst of them. */
public record ItemRow(
    String item,
    String plan,
    @Nullable String no,
    String title,
    @Nullable String titleEn,
    @Nullable Light light,
    int targets,
    int reported,
    int unreported,
    Map<String, Integer> lights) {

  public ItemRow with(LightCounts counts) {
    return of(item, plan, no, title, titleEn, counts);
  }

  public static ItemRow of(
      String item,
      String plan,
      @Nullable String no,
      String title,
      @Nullable String titleEn,
      LightCounts counts) {
    return new ItemRow(
        item,
        plan,
        no,
        title,
        titleEn,
        counts.worst(),
        counts.targets(),
        counts.reported(),
        counts.unreported(),
        counts.byWord());
  }
}
