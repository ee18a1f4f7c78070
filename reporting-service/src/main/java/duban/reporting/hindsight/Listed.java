package duban.reporting.hindsight;

import duban.reporting.catalogue.Setting;
import duban.reporting.rollup.ScopeRow;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which divisions stand in a list: all that stand on that day, those without targets too, and of
 * the others (dissolved by then, or not begun) those that have targets, so that the parts always
 * add up to the whole.
 */
public final class Listed {

  private Listed() {}

  /** The first is the scope itself, which is always told. */
  public static List<ScopeRow> of(List<ScopeRow> rows, Setting setting) {
    return IntStream.range(0, rows.size())
        .filter(i -> i == 0 || rows.get(i).targets() > 0 || stands(rows.get(i), setting))
        .mapToObj(rows::get)
        .toList();
  }

  private static boolean stands(ScopeRow row, Setting setting) {
    return setting.catalogue().tree().stands(row.scope(), setting.today());
  }
}
