package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.system.Described.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The description is whole, in order, and enough to make a client of. */
@Tag("api")
class ApiDescriptionTest {

  private final RunningSystem system = RunningSystem.shared();
  private final Described described = Described.of(system);
  private final String token = system.token("district-reporter", "320412");

  @Test
  void theLinterHasNothingToSay() {
    Program.Ended lint =
        Program.node(
            "redocly",
            "lint",
            described.file().toString(),
            "--config=redocly.yaml",
            "--format=stylish");

    assertThat(lint.code()).as(lint.output() + lint.complaints()).isZero();
  }

  @Test
  void everyOperationSaysWhoMayCallItHowAndWhatItRefuses() {
    SoftAssertions complete = new SoftAssertions();
    for (Operation one : described.operations()) {
      JsonNode said = one.described();
      complete.assertThat(one.id()).as("%s: operationId", one).isNotBlank();
      complete.assertThat(said.path("summary").asText()).as("%s: summary", one).isNotBlank();
      for (JsonNode parameter : said.path("parameters")) {
        complete
            .assertThat(parameter.has("description"))
            .as("%s: what %s means", one, parameter.path("name"))
            .isTrue();
        complete
            .assertThat(parameter.has("example") || !parameter.path("in").asText().equals("path"))
            .as("%s: an example of %s", one, parameter.path("name"))
            .isTrue();
      }
      if (one.isOfTheApi()) {
        complete
            .assertThat(said.path("description").asText())
            .as("%s: roles", one)
            .contains("Roles: `");
        complete.assertThat(named(said)).as("%s: refusals", one).contains("401", "403");
      }
      if (one.isOfAService()) {
        complete.assertThat(named(said)).as("%s: refusals", one).contains("429", "502", "503");
      }
      said.path("responses")
          .properties()
          .forEach(response ->
              complete
                  .assertThat(
                      !one.isOfTheApi()
                          || response.getKey().matches("[23]..")
                          || response.getValue().path("x-problem-types").size() > 0)
                  .as("%s: problem types of its %s", one, response.getKey())
                  .isTrue());
    }
    complete.assertAll();
  }

  @Test
  void whatTellsOfARebuildIsNotRefusedForIt() {
    assertThat(described.operations())
        .filteredOn(
            one -> one.described().at("/responses/503").toString().contains("problems/rebuilding"))
        .extracting(Operation::path)
        .contains("/api/v1/rollups", "/api/v1/projection/verify")
        .doesNotContain("/api/v1/operations/reporting", "/api/v1/projection/rebuild");
  }

  private static List<String> named(JsonNode operation) {
    List<String> statuses = new ArrayList<>();
    operation.path("responses").fieldNames().forEachRemaining(statuses::add);
    return statuses;
  }

  @Test
  void aJavaClientMadeOfItPostsAnEventAndReadsItBack() throws IOException {
    Path made = Program.TARGET.resolve("java-client");
    java(List.of(
            "-jar",
            Program.TARGET.resolve("tools/openapi-generator-cli.jar").toString(),
            "generate",
            "--generator-name=java",
            "--library=native",
            "--input-spec=" + described.file(),
            "--output=" + made,
            // Its Java cannot say "one or a list of them".
            "--schema-mappings=PostedEvents=java.lang.Object",
            "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,"
                + "apiDocs=false,modelDocs=false",
            "--additional-properties=openApiNullable=false,useJakartaEe=true"))
        .well();
    Path classes = Files.createDirectories(made.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath()));
    try (Stream<Path> sources = Files.walk(made.resolve("src/main/java"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    arguments.add(Program.ROOT.resolve("system-tests/src/test/client/PostEvent.java").toString());
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));

    assertThat(compiled).as("javac").isZero();
    String id = "java-" + UUID.randomUUID();
    assertPosted(
        java(
            List.of(
                "-cp",
                classes + ":" + classPath(),
                "PostEvent",
                system.at("").toString(),
                token,
                id)),
        id);
  }

  @Test
  void aTypeScriptClientMadeOfItPostsAnEventAndReadsItBack() {
    Path types = Program.NODE.resolve("api.d.ts");
    Program.node("openapi-typescript", described.file().toString(), "--output", types.toString())
        .well();
    Program.node("tsc", "--project", "tsconfig.json").well();

    String id = "typescript-" + UUID.randomUUID();
    assertPosted(
        Program.run(
            Program.NODE,
            Map.of(),
            List.of("node", "post-event.js", system.at("").toString(), token, id)),
        id);
  }

  private static void assertPosted(Program.Ended ended, String id) {
    JsonNode receipt = tree(ended.well());
    assertThat(receipt.path("ledger").asText()).isEqualTo("progress/320412");
    assertThat(receipt.path("seq").asLong()).isPositive();
    assertThat(receipt.path("hash").asText()).hasSize(64);
    assertThat(receipt.path("kept").asText()).isEqualTo(id);
  }

  private static JsonNode tree(String json) {
    try {
      return Json.lenient().readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private static Program.Ended java(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
    command.addAll(arguments);
    return Program.run(Program.TARGET, Map.of(), command);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
