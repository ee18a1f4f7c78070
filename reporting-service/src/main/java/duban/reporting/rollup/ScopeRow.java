package duban.reporting.rollup;

import duban.reporting.catalogue.Catalogue;
import duban.reporting.standing.Light;
import duban.reporting.standing.LightCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A division by the lights of every target in it; {@code light} is the worst of them.
 *
 * @param ended true when it is dissolved by that day; absent otherwise
 * @param into the divisions that took over; absent when it is not dissolved
 */
public record ScopeRow(
    String scope,
    String name,
    String nameEn,
    int year,
    @Nullable Boolean ended,
    @Nullable List<String> into,
    @Nullable Light light,
    int targets,
    int reported,
    int unreported,
    Map<String, Integer> lights) {

  public static ScopeRow of(
      String scope, int year, LightCounts counts, Catalogue catalogue, LocalDate day) {
    return new ScopeRow(
        scope,
        catalogue.name(scope, day),
        catalogue.nameEn(scope, day),
        year,
        catalogue.tree().ended(scope, day) ? true : null,
        catalogue.tree().into(scope, day),
        counts.worst(),
        counts.targets(),
        counts.reported(),
        counts.unreported(),
        counts.byWord());
  }
}
