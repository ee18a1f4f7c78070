package duban.plans.settings;

import duban.contracts.catalogue.Settings;
import duban.plans.catalogue.Wording;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The settings in force.
 *
 * @param revision how often they were worded; 0 while the defaults hold
 */
@Schema(name = "SettingsInForce")
public record SettingsView(
    int revision,
    BigDecimal onTrackFrom,
    BigDecimal atRiskFrom,
    BigDecimal tolerance,
    boolean disputedCounts,
    BigDecimal explainBelow,
    BigDecimal explainAbove,
    int reportDueDay,
    int remindDays,
    int rectifyDays,
    List<String> termStarts,
    List<String> doneStages) {

  static SettingsView of(Wording<Settings> wording) {
    Settings set = wording.content();
    return new SettingsView(
        wording.revision(),
        set.onTrackFrom(),
        set.atRiskFrom(),
        set.tolerance(),
        set.disputedCounts(),
        set.explainBelow(),
        set.explainAbove(),
        set.reportDueDay(),
        set.remindDays(),
        set.rectifyDays(),
        set.termStarts(),
        set.doneStages());
  }
}
