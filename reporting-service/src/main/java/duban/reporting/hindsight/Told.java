package duban.reporting.hindsight;

import duban.reporting.plan.TargetPlace;
import duban.reporting.promise.Definition;
import duban.reporting.rollup.Contribution;
import duban.reporting.rollup.Peak.Candidate;
import duban.reporting.standing.LightCounts;
import duban.reporting.standing.Standing;
import duban.reporting.target.TargetRow;

/** A target and where it stood. */
public record Told(TargetPlace place, Definition definition, Standing standing) {

  public TargetRow row() {
    return TargetRow.of(place, definition, standing);
  }

  public LightCounts counts() {
    return LightCounts.of(standing);
  }

  public Contribution contribution() {
    return Contribution.of(definition, standing);
  }

  public Candidate candidate() {
    Contribution figures = contribution();
    return new Candidate(
        place.target(),
        figures.promised(),
        figures.reached(),
        figures.paced(),
        standing.reportedOn(),
        standing.reportedAt());
  }
}
