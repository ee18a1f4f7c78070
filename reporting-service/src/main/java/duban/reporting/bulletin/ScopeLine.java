package duban.reporting.bulletin;

import duban.reporting.query.ScopeTold;
import duban.reporting.rollup.ScopeRow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A division by its lights, against the month before and the same day of the year before, where its
 * plans had targets then.
 */
public record ScopeLine(
    String scope,
    String name,
    String nameEn,
    Lights now,
    @Nullable Lights lastMonth,
    @Nullable Lights lastYear) {

  /** The scope first, then the divisions directly below it. */
  static List<ScopeLine> of(
      ScopeTold now, @Nullable ScopeTold lastMonth, @Nullable ScopeTold lastYear) {
    Map<String, ScopeRow> month = rows(lastMonth);
    Map<String, ScopeRow> year = rows(lastYear);
    return now.scopes().stream()
        .map(row ->
            new ScopeLine(
                row.scope(),
                row.name(),
                row.nameEn(),
                Lights.of(row),
                lights(month.get(row.scope())),
                lights(year.get(row.scope()))))
        .toList();
  }

  private static Map<String, ScopeRow> rows(@Nullable ScopeTold told) {
    return told == null
        ? Map.of()
        : told.scopes().stream().collect(Collectors.toMap(ScopeRow::scope, Function.identity()));
  }

  private static @Nullable Lights lights(@Nullable ScopeRow row) {
    return row == null || row.targets() == 0 ? null : Lights.of(row);
  }
}
