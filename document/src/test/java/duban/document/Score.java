package duban.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * How a reading compares with what a person found: a target is found when some reading stands at
 * its words (half of the shorter quote) and says its number.
 */
record Score(
    double outline,
    double recall,
    double precision,
    List<String> missedItems,
    List<String> missed,
    List<String> wrong) {

  static Score of(JsonNode gold, String source, PlanReading reading) {
    List<JsonNode> items = children(gold.path("sections"), "items");
    Map<String, PlanReading.Item> read =
        reading.items().collect(Collectors.toMap(PlanReading.Item::path, Function.identity()));
    List<String> missedItems =
        items.stream()
            .filter(item -> !titled(item, read))
            .map(item -> item.path("path").asText())
            .toList();
    String text = squeeze(source);
    List<TargetReading> targets = reading.targets().toList();
    Set<TargetReading> right = new HashSet<>();
    List<String> missed = new ArrayList<>();
    int clear = 0;
    for (JsonNode row :
        items.stream().flatMap(item -> all(item.path("targets")).stream()).toList()) {
      List<TargetReading> fits =
          targets.stream().filter(t -> near(text, row, t) && sameNumber(row, t)).toList();
      right.addAll(fits);
      if (row.path("certainty").asText().equals("clear")) {
        clear++;
        if (fits.isEmpty()) {
          missed.add(row.path("quote").asText());
        }
      }
    }
    List<String> wrong =
        targets.stream().filter(t -> !right.contains(t)).map(TargetReading::quote).toList();
    return new Score(
        1 - share(missedItems.size(), items.size()),
        1 - share(missed.size(), clear),
        1 - share(wrong.size(), targets.size()),
        missedItems,
        missed,
        wrong);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static boolean titled(JsonNode item, Map<String, PlanReading.Item> read) {
    PlanReading.Item found = read.get(item.path("path").asText());
    return found != null
        && title(item.path("title").asText(""))
            .equals(title(Objects.requireNonNullElse(found.title(), "")));
  }

  private static String title(String title) {
    return squeeze(title).replaceAll("。+$", "").replace("null", "");
  }

  private static boolean near(String text, JsonNode row, TargetReading target) {
    return places(text, row.path("quote").asText()).stream()
        .anyMatch(g ->
            places(text, target.quote()).stream()
                .anyMatch(x ->
                    2 * (Math.min(g.end(), x.end()) - Math.max(g.start(), x.start()))
                        >= Math.min(g.length(), x.length())));
  }

  private static List<Span> places(String text, String quote) {
    String words = squeeze(quote);
    List<Span> places = new ArrayList<>();
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      places.add(new Span(at, at + words.length()));
    }
    return places;
  }

  private static boolean sameNumber(JsonNode row, TargetReading target) {
    JsonNode normalized = row.path("normalized");
    if (row.path("op").asText().equals("range")) {
      TargetReading.Base base = target.base();
      return base != null
          && same(normalized.path("low"), base.low())
          && same(normalized.path("high"), base.high());
    }
    if (!row.path("value").isNumber() && !normalized.path("value").isNumber()) {
      return true;
    }
    BigDecimal base = target.base() == null ? null : target.base().value();
    return same(row.path("value"), target.value()) || same(normalized.path("value"), base);
  }

  private static boolean same(JsonNode gold, BigDecimal read) {
    return gold.isNumber() && read != null && gold.decimalValue().compareTo(read) == 0;
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<JsonNode> children(JsonNode parents, String name) {
    return all(parents).stream().flatMap(parent -> all(parent.path(name)).stream()).toList();
  }

  private static List<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
