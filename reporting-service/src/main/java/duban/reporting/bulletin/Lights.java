package duban.reporting.bulletin;

import duban.reporting.rollup.ScopeRow;
import duban.reporting.standing.Light;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many targets stand how.
 *
 * @param light the worst that shines; absent where there are no targets
 * @param lights targets by light
 */
public record Lights(
    @Nullable Light light, int targets, int reported, int unreported, Map<String, Integer> lights) {

  static Lights of(ScopeRow row) {
    return new Lights(
        row.light(), row.targets(), row.reported(), row.unreported(), new TreeMap<>(row.lights()));
  }

  public int of(Light one) {
    return lights.getOrDefault(one.word(), 0);
  }
}
