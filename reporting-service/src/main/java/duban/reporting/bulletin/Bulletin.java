package duban.reporting.bulletin;

import duban.contracts.catalogue.Issue.Position;
import java.util.List;
import java.util.Map;

/**
 * A month's bulletin.
 *
 * @param positions by ledger, the last event that is in it
 * @param overview the scope first, then the divisions directly below it
 * @param publishedLater plans that were not published yet on the paper's day
 * @param reached targets that became achieved this month
 * @param behind behind or overdue now, the farthest first
 * @param madeUp behind or overdue a month ago and no more
 * @param unreported silent for longer than their plan allows
 * @param reporting who reported the month in time, by district
 * @param changes the largest moves of a share since the month before, the largest first
 * @param targets every target, so that each sum can be traced
 */
public record Bulletin(
    Heading heading,
    Map<String, Position> positions,
    List<ScopeLine> overview,
    List<LaterPlan> publishedLater,
    List<TargetLine> reached,
    List<TargetLine> behind,
    List<TargetLine> madeUp,
    List<TargetLine> unreported,
    List<ReportingLine> reporting,
    ProblemPart problems,
    List<TargetLine> changes,
    List<IndicatorLine> indicators,
    List<TargetLine> targets)
    implements Paper {

  @Override
  public Bulletin at(Map<String, Position> others) {
    return new Bulletin(
        heading,
        others,
        overview,
        publishedLater,
        reached,
        behind,
        madeUp,
        unreported,
        reporting,
        problems,
        changes,
        indicators,
        targets);
  }
}
