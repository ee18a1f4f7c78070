package duban.plans.district;

import duban.contracts.DistrictCode;
import duban.contracts.catalogue.District;
import duban.contracts.problem.FieldProblem;
import duban.plans.catalogue.DistrictTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a new place in the tree must be, and what the tree must be with it on every later day. */
final class TreeRules {

  /** From the top. */
  private static final List<String> LEVELS = List.of("province", "city", "district");

  private static final int LONGEST_NAME = 100;
  private static final int MOST_INTO = 20;
  private static final int FIRST_YEAR = 1949;
  private static final int LAST_YEAR = 2199;

  private final District place;
  private final DistrictTree before;
  private final List<FieldProblem> faults = new ArrayList<>();

  private TreeRules(District place, DistrictTree before) {
    this.place = place;
    this.before = before;
  }

  /** Every fault of the place with a pointer; empty when the tree can take it. */
  static List<FieldProblem> faults(District place, String code, DistrictTree before) {
    TreeRules rules = new TreeRules(place, before);
    rules.itself(code);
    if (rules.faults.isEmpty()) {
      rules.parent();
      rules.end();
    }
    if (rules.faults.isEmpty()) {
      rules.laterDays();
    }
    return List.copyOf(rules.faults);
  }

  private void itself(String code) {
    unless(
        place.code().equals(code),
        "/code",
        "应与地址中的 " + code + " 一致。",
        "Must be the address's " + code + ".");
    unless(DistrictCode.isValid(code), "/code", "不是六位区划代码。", "Is no six-digit division code.");
    unless(
        place.level().equals(DistrictCode.level(code)),
        "/level",
        "按代码应为 " + DistrictCode.level(code) + "。",
        "By its code it is a " + DistrictCode.level(code) + ".");
    name(place.name(), "/name");
    name(place.nameEn(), "/nameEn");
    int year = place.from().getYear();
    unless(
        year >= FIRST_YEAR && year <= LAST_YEAR,
        "/from",
        "应在 " + FIRST_YEAR + " 与 " + LAST_YEAR + " 年之间。",
        "Must be between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
    unless(
        DistrictTree.isEnded(place) || place.into() == null,
        "/into",
        "只有撤销的区划有去向。",
        "Only a dissolved division goes into others.");
  }

  private void parent() {
    Map<String, District> day = before.on(place.from());
    String parent = place.parent();
    if (parent == null) {
      unless(
          place.level().equals(LEVELS.getFirst()) && !DistrictTree.isEnded(place),
          "/parent",
          "必须填写。",
          "Is required.");
      return;
    }
    District above = day.get(parent);
    if (above == null || DistrictTree.isEnded(above) || parent.equals(place.code())) {
      add("/parent", "该日区划树中没有 " + parent + "。", "The tree of that day has no " + parent + ".");
    } else if (!DistrictTree.isEnded(place)) {
      unless(
          isAbove(above, place),
          "/parent",
          "上级的级别应更高。",
          "Must be of a higher level than the division itself.");
    }
  }

  /** Who takes over stands on that day, and sums go to one of them or to what lies above. */
  private void end() {
    if (!DistrictTree.isEnded(place)) {
      return;
    }
    Map<String, District> day = before.on(place.from());
    District last = day.get(place.code());
    unless(
        last != null && !DistrictTree.isEnded(last),
        "/ended",
        "该日没有可撤销的区划。",
        "No division of this code stands on that day.");
    List<String> into = place.into() != null ? place.into() : List.of();
    unless(
        !into.isEmpty() && into.size() <= MOST_INTO,
        "/into",
        "应有 1 至 " + MOST_INTO + " 个去向。",
        "Must name 1 to " + MOST_INTO + " divisions.");
    Set<String> seen = new HashSet<>(Set.of(place.code()));
    for (int i = 0; i < Math.min(into.size(), MOST_INTO); i++) {
      District heir = day.get(into.get(i));
      unless(
          heir != null && !DistrictTree.isEnded(heir) && seen.add(into.get(i)),
          "/into/" + i,
          "该日没有这个区划，或重复。",
          "No other division of that day, or named twice.");
    }
    String parent = place.parent();
    District above = parent == null ? null : day.get(parent);
    unless(
        above != null && (into.contains(above.code()) || isAbove(above, place)),
        "/parent",
        "应为承接的区划之一，或其上级。",
        "Must be one of the divisions that take over, or lie above.");
  }

  /** A fact about a past day must leave every day after it in order too. */
  private void laterDays() {
    DistrictTree after = before.with(place);
    for (LocalDate day : after.daysFrom(place.from())) {
      Map<String, District> tree = after.on(day);
      for (District one : tree.values()) {
        unless(
            faults.size() >= MOST_INTO || hangsWell(one, tree),
            one.code().equals(place.code()) ? "/parent" : "",
            "自 " + day + " 起，" + one.name() + "（" + one.code() + "）将没有有效的上级。",
            "From %s on %s (%s) would hang on nothing that stands."
                .formatted(day, one.nameEn(), one.code()));
      }
      if (!faults.isEmpty()) {
        return;
      }
    }
  }

  private static boolean hangsWell(District one, Map<String, District> tree) {
    Set<String> climbed = new HashSet<>();
    @Nullable District at = one;
    while (at != null && at.parent() != null) {
      if (!climbed.add(at.code())) {
        return false;
      }
      District above = tree.get(at.parent());
      boolean stands =
          above != null
              && (DistrictTree.isEnded(at) || (!DistrictTree.isEnded(above) && isAbove(above, at)));
      if (!stands) {
        return false;
      }
      at = above;
    }
    return at != null;
  }

  private static boolean isAbove(District above, District below) {
    return LEVELS.indexOf(above.level()) < LEVELS.indexOf(below.level());
  }

  private void name(String name, String pointer) {
    unless(
        !name.isBlank() && name.length() <= LONGEST_NAME,
        pointer,
        "应有 1 至 " + LONGEST_NAME + " 个字符。",
        "Must have 1 to " + LONGEST_NAME + " characters.");
  }

  private void unless(boolean holds, String pointer, String zh, String en) {
    if (!holds) {
      add(pointer, zh, en);
    }
  }

  private void add(String pointer, String zh, String en) {
    faults.add(FieldProblem.at(pointer, zh, en));
  }
}
