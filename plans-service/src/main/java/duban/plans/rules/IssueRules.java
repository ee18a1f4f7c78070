package duban.plans.rules;

import duban.contracts.DistrictCode;
import duban.contracts.catalogue.Issue;
import duban.contracts.catalogue.Issue.Position;
import duban.contracts.problem.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a bulletin or summary that is to be issued must be. */
public final class IssueRules {

  private static final Map<String, Pattern> PERIODS =
      Map.of(
          "bulletin", Pattern.compile("[12][0-9]{3}-(0[1-9]|1[0-2])"),
          "summary", Pattern.compile("[12][0-9]{3}"));
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern LEDGER =
      Pattern.compile("(progress|plans)/[1-9][0-9]{5}|plans/catalogue");
  private static final int LONGEST_TITLE = 300;
  private static final int MOST_POSITIONS = 2_000;

  private IssueRules() {}

  /** Every fault with a pointer; empty when there is none. */
  public static List<FieldProblem> faults(Issue issue) {
    Faults faults = new Faults();
    Pattern period = PERIODS.get(issue.kind());
    faults.unless(
        period != null, "/kind", "应为 bulletin 或 summary。", "Must be bulletin or summary.");
    faults.unless(
        period == null || period.matcher(issue.period()).matches(),
        "/period",
        "通报为月（2022-06），总结为年（2022）。",
        "Must be a month (2022-06) for a bulletin, a year (2022) for a summary.");
    faults.unless(
        DistrictCode.isValid(issue.scope()),
        "/scope",
        "不是六位区划代码。",
        "Is no six-digit division code.");
    faults.unless(issue.number() >= 1, "/number", "从 1 起。", "Begins with 1.");
    digest(issue.digest(), "/digest", faults);
    positions(issue.positions(), faults);
    faults.text(issue.title(), LONGEST_TITLE, "/title");
    return faults.found();
  }

  private static void positions(Map<String, Position> positions, Faults faults) {
    faults.unless(
        !positions.isEmpty() && positions.size() <= MOST_POSITIONS,
        "/positions",
        "应有 1 至 " + MOST_POSITIONS + " 个台账位置。",
        "Must have 1 to " + MOST_POSITIONS + " ledgers.");
    positions.forEach((ledger, position) -> {
      String pointer = "/positions/" + ledger.replace("~", "~0").replace("/", "~1");
      faults.unless(LEDGER.matcher(ledger).matches(), pointer, "不是台账名。", "Is no ledger's name.");
      faults.unless(position.seq() >= 1, pointer + "/seq", "从 1 起。", "Begins with 1.");
      digest(position.hash(), pointer + "/hash", faults);
    });
  }

  private static void digest(String hex, String pointer, Faults faults) {
    faults.unless(
        HEX.matcher(hex).matches(),
        pointer,
        "应为 64 位小写十六进制。",
        "Must be 64 lower-case hexadecimal digits.");
  }
}
