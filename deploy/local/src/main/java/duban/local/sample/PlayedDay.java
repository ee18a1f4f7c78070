package duban.local.sample;

import duban.contracts.Json;
import duban.local.sample.Headline.NewSeats;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day of the sample's year that was played.
 *
 * @param events that were not in the ledgers before
 * @param positions where each district's ledger stands, of those that were posted to
 * @param newSeats in the city, by that day; null while there is no figure yet
 */
record PlayedDay(
    LocalDate day, int events, Map<String, Long> positions, @Nullable NewSeats newSeats) {

  /** One line. */
  String json() {
    return Json.lenient().valueToTree(this).toString();
  }

  String words() {
    return "%s  %3d events  %s"
        .formatted(day, events, Headline.words(Optional.ofNullable(newSeats)));
  }
}
