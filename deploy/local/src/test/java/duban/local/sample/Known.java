package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The value of a target as it was known on a day: the rule of the domain, written plainly. */
final class Known {

  private record Posted(LocalDate day, JsonNode event) {
    boolean is(String type) {
      return event.get("type").asText().equals(type);
    }

    LocalDate date(String field) {
      return LocalDate.parse(event.get(field).asText());
    }
  }

  private final Map<String, List<Posted>> byTarget = new HashMap<>();
  private final List<Posted> voids = new ArrayList<>();

  Known(List<Posting> postings) {
    for (Posting posting : postings) {
      for (JsonNode event : posting.events()) {
        Posted posted = new Posted(posting.day(), event);
        if (posted.is("event.voided")) {
          voids.add(posted);
        }
        byTarget.computeIfAbsent(event.path("target").asText(), t -> new ArrayList<>()).add(posted);
      }
    }
  }

  /** The sum of what was reported of its parts, or what was reported of the whole. */
  BigDecimal value(String target, LocalDate day) {
    return by(target, day).stream()
        .collect(Collectors.groupingBy(posted -> posted.event().path("part").asText()))
        .values()
        .stream()
        .map(Known::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal value(List<Posted> all) {
    BigDecimal value = BigDecimal.ZERO;
    LocalDate asOf = LocalDate.MIN;
    for (Posted posted : all) {
      if (posted.is("progress.reported") && !posted.date("asOf").isBefore(asOf)) {
        asOf = posted.date("asOf");
        JsonNode event = posted.event();
        value = event.get(event.has("value") ? "value" : "numerator").decimalValue();
      }
    }
    for (Posted posted : all) {
      if (posted.is("progress.added") && posted.date("on").isAfter(asOf)) {
        value = value.add(posted.event().get("amount").decimalValue());
      }
    }
    return value;
  }

  /** Names of the projects that reached the step. */
  Set<String> projects(String target, LocalDate day, String milestone) {
    Set<String> names = new HashSet<>();
    for (Posted posted : by(target, day)) {
      if (posted.is("milestone.reached")
          && posted.event().get("milestone").asText().equals(milestone)) {
        names.add(posted.event().path("project").asText());
      }
    }
    return names;
  }

  private List<Posted> by(String target, LocalDate day) {
    Set<String> voided = new HashSet<>();
    voids.stream()
        .filter(posted -> !posted.day().isAfter(day))
        .forEach(posted -> voided.add(posted.event().get("event").asText()));
    return byTarget.getOrDefault(target, List.of()).stream()
        .filter(posted -> !posted.day().isAfter(day))
        .filter(posted -> !voided.contains(posted.event().get("id").asText()))
        .toList();
  }
}
