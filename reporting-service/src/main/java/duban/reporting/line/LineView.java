package duban.reporting.line;

import duban.contracts.catalogue.Indicator.Measure;
import duban.reporting.freshness.Freshness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target's whole line over the years.
 *
 * @param years by year, district and id
 * @param unknown what the line names and no plan that is known promises
 * @param withheld how many targets of the line are of districts that the caller may not see
 */
public record LineView(
    String target,
    Measure measure,
    LocalDate asOf,
    @Nullable Instant knownAt,
    Freshness freshness,
    List<LineYear> years,
    List<String> unknown,
    int withheld) {}
