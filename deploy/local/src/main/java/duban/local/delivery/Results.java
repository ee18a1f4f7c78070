package duban.local.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.client.ProblemText;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a posting prints: a sentence a line for a person, or one JSON document. What comes after its
 * end, as when it was stopped in the middle, is not printed.
 */
interface Results {

  void add(JsonNode result);

  /**
   * @param complete whether everything had its answer
   */
  void end(Tally tally, Duration time, boolean complete);

  /** For a person: the sums are for the eye and go beside the results. */
  record Sentences(PrintStream out, PrintStream err) implements Results {

    @Override
    public void add(JsonNode result) {
      String line = result.has("line") ? "line " + result.path("line").asLong() + ", " : "";
      String id = result.has("id") ? result.path("id").asText() + ": " : "";
      out.println(line + cells(result) + id + verdict(result));
    }

    /** Where in a workbook the fault is. */
    private static String cells(JsonNode result) {
      List<String> cells = new ArrayList<>();
      result.path("cells").forEach(cell -> cells.add(cell.asText()));
      return cells.isEmpty() ? "" : String.join(" ", cells) + ", ";
    }

    private static String verdict(JsonNode result) {
      if (result.has("problem")) {
        return "rejected: " + ProblemText.of(result.path("problem"));
      }
      boolean several = !result.path("events").isEmpty();
      JsonNode place = several ? result.path("events").path(0) : result;
      return "%s%s at seq %s, hash %s"
          .formatted(
              result.path("status").asText(),
              several ? ", the first" : "",
              place.path("seq").asText(),
              place.path("hash").asText());
    }

    @Override
    public void end(Tally tally, Duration time, boolean complete) {
      if (!complete && tally.all() == 0) {
        return;
      }
      err.printf("%s, in %.1f s%n", tally.sentence(), time.toMillis() / 1000.0);
    }
  }

  /** For a program; written as it comes, so that a hundred thousand results fill no memory. */
  final class Document implements Results {

    private final JsonGenerator json;
    private boolean ended;

    Document(PrintStream out, String district) {
      try {
        json = Json.lenient().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("district", district);
        json.writeArrayFieldStart("results");
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    @Override
    public synchronized void add(JsonNode result) {
      if (ended) {
        return;
      }
      try {
        json.writeTree(result);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    @Override
    public synchronized void end(Tally tally, Duration time, boolean complete) {
      if (ended) {
        return;
      }
      ended = true;
      try {
        json.writeEndArray();
        json.writeNumberField("events", tally.all());
        json.writeNumberField("appended", tally.appended());
        json.writeNumberField("duplicate", tally.duplicate());
        json.writeNumberField("known", tally.known());
        json.writeNumberField("rejected", tally.rejected());
        json.writeBooleanField("complete", complete);
        json.writeNumberField("millis", time.toMillis());
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
