package duban.system;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The description that a running system gives of itself. */
record Described(Path file, JsonNode document) {

  private static final Path ORDER =
      Program.ROOT.resolve("gateway/src/main/resources/api/operations.yaml");
  private static final Pattern OPERATION = Pattern.compile("^(GET|POST|PUT|DELETE) (/\\S+):$");

  /** One operation, with where it is. */
  record Operation(String method, String path, JsonNode described) {

    String id() {
      return described.path("operationId").asText();
    }

    boolean isOfTheApi() {
      return path.startsWith("/api/v1/");
    }

    /** Less what the gateway answers itself, and so without the refusals of passing it on. */
    boolean isOfAService() {
      return isOfTheApi() && !path.equals("/api/v1/operations/gateway");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Described of(RunningSystem system) {
    try {
      String text = new Client(system, "").get("/openapi").raw().body();
      Path file = Program.TARGET.resolve("openapi.json");
      Files.createDirectories(Program.TARGET);
      return new Described(Files.writeString(file, text), Json.lenient().readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(field -> field.getValue().has("responses"))
                .forEach(field ->
                    all.add(
                        new Operation(
                            field.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            field.getValue()))));
    return all;
  }

  /** Those with a guide, in the order in which their examples follow from each other. */
  List<Operation> inTurn() throws IOException {
    List<Operation> all = operations();
    return Files.readAllLines(ORDER).stream()
        .map(OPERATION::matcher)
        .filter(java.util.regex.Matcher::matches)
        .flatMap(line ->
            all.stream()
                .filter(one -> one.method().equals(line.group(1)))
                .filter(one -> one.path().equals("/api/v1" + line.group(2))))
        .toList();
  }
}
