package duban.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Issued papers in words for a person. */
final class Issues {

  private static final int SHOWN_DIFFERENCES = 10;

  private Issues() {}

  static String sentence(String paper, JsonNode issued) {
    return "%s is issued as No. %s by %s at %s%ndigest %s"
        .formatted(
            paper,
            issued.path("number").asText(),
            issued.path("by").asText(),
            issued.path("issuedAt").asText(),
            issued.path("digest").asText());
  }

  static String list(String paper, JsonNode issues) {
    List<String> lines = new ArrayList<>();
    issues.forEach(issue -> lines.add(sentence(paper, issue)));
    return lines.isEmpty() ? paper + " was not issued yet" : String.join("\n", lines);
  }

  static String proof(String paper, JsonNode proof) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, No. %s, digest %s"
            .formatted(paper, proof.path("number"), proof.path("digest").asText()));
    lines.add("content and digest    " + holds(proof.path("digestFits")));
    for (JsonNode place : proof.path("places")) {
      lines.add(
          "%-21s %s at seq %s"
              .formatted(
                  place.path("ledger").asText(), holds(place.path("holds")), place.path("seq")));
    }
    if (proof.has("recorded")) {
      JsonNode recorded = proof.path("recorded");
      lines.add(
          "its own event         %s at seq %s"
              .formatted(holds(recorded.path("holds")), recorded.path("seq")));
    }
    lines.add(
        "told anew             "
            + (proof.path("sameToday").asBoolean() ? "the same words" : "DIFFERENT"));
    JsonNode differences = proof.path("differences");
    for (int i = 0; i < Math.min(SHOWN_DIFFERENCES, differences.size()); i++) {
      lines.add("  " + differences.path(i));
    }
    lines.add(proof.path("proved").asBoolean() ? "It is proved." : "It is NOT proved.");
    return String.join("\n", lines);
  }

  private static String holds(JsonNode truth) {
    return truth.asBoolean() ? "holds" : "BROKEN";
  }
}
