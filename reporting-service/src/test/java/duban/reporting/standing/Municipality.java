package duban.reporting.standing;

import duban.contracts.catalogue.Settings;

/** Settings of a municipality that differ in one word from what holds unless it sets any. */
public final class Municipality {

  private Municipality() {}

  public static Settings disputedCounts(boolean counts) {
    Settings all = Settings.DEFAULT;
    return new Settings(
        all.onTrackFrom(),
        all.atRiskFrom(),
        all.tolerance(),
        counts,
        all.explainBelow(),
        all.explainAbove(),
        all.reportDueDay(),
        all.remindDays(),
        all.rectifyDays(),
        all.termStarts(),
        all.doneStages());
  }
}
