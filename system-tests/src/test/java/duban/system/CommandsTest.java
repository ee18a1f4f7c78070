package duban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.template.Column;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line against the running system, as its own help says that it is used. */
class CommandsTest {

  private static final String EVENT =
      "{\"id\":\"cli-%d\",\"type\":\"progress.reported\",\"target\":\"320412-2022.6.1\","
          + "\"asOf\":\"2022-06-%02d\",\"value\":%d}%n";

  private final RunningSystem system = RunningSystem.shared();
  private final Client officer = new Client(system, system.token("city-viewer", "320000"));

  @TempDir Path folder;

  @Test
  void anExportIsTheListThatTheApiTells() throws Exception {
    run("./duban export targets --format ndjson --year 2022 -o targets.ndjson", 0);

    List<String> rows = Files.readAllLines(folder.resolve("targets.ndjson"));
    String told =
        officer.get("/api/v1/exports/targets?format=ndjson&year=2022&scope=320000").raw().body();
    assertThat(rows).isNotEmpty().containsExactlyElementsOf(told.lines().toList());
  }

  @Test
  void aBulletinIsADocumentAndTheSameAsTheApis() throws Exception {
    run(
        "./duban bulletin 320481 2022-04 -o b.docx && ./duban bulletin 320481 2022-04 -o b.json",
        0);

    assertThat(Files.readAllBytes(folder.resolve("b.docx"))).startsWith('P', 'K');
    JsonNode written = Json.lenient().readTree(folder.resolve("b.json").toFile());
    JsonNode told = officer.get("/api/v1/bulletins/320481/2022-04").body();
    assertThat(written.at("/content/targets")).isNotEmpty().isEqualTo(told.at("/content/targets"));
  }

  @Test
  void issuedItIsProved() throws Exception {
    JsonNode issued = json(run("./duban bulletin 320481 2022-03 --issue --json", 0));
    String no = issued.path("number").asText();
    assertThat(run("./duban bulletin 320481 2022-03 --proof --no " + no, 0)).contains("is proved");
    assertThat(run("./duban bulletin 320481 2022-03 --issues", 0))
        .contains("No. " + no, issued.path("digest").asText());
    assertThat(run("./duban bulletin 320481 2022-03 --proof --no 99", 1)).startsWith("duban: ");
  }

  @Test
  void aTableIsPostedOnceHoweverOftenItIsGiven() throws Exception {
    Files.writeString(
        folder.resolve("t.csv"),
        """
        id,type,target,asOf,value,note
        cli-t-1,progress.reported,320412-2022.6.1,2022-05-03,2700,"两所,
        新"
        cli-t-2,progress.reported,320412-2022.99.9,2022-05-03,1,
        """);
    JsonNode first = json(run("./duban post 320412 t.csv --json 2> /dev/null", 3));
    JsonNode again = json(run("./duban post 320412 t.csv --json 2> /dev/null", 3));

    assertThat(first.path("appended").asInt()).isEqualTo(1);
    assertThat(first.at("/results/0/line").asInt()).isEqualTo(3);
    assertThat(again.path("appended").asInt()).isZero();
    assertThat(again.path("known").asInt()).isEqualTo(1);
    assertThat(again.at("/results/0/id").asText()).isEqualTo("cli-t-2");
  }

  @Test
  void aTokenThatReachesElsewhereIsRefusedInASentence() throws Exception {
    Files.writeString(folder.resolve("e.json"), EVENT.formatted(90, 1, 1).strip());
    String other = system.token("district-reporter", "320481");
    assertThat(run("DUBAN_TOKEN=" + other + " ./duban post 320412 e.json", 1))
        .startsWith("duban: ")
        .contains("403")
        .hasLineCount(1);
    assertThat(run("./duban export targets --token x -o t.csv", 1)).contains("401");
    assertThat(folder.resolve("t.csv")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "post",
        "export",
        "bulletin",
        "verify",
        "status",
        "token",
        "extract",
        "completion"
      })
  void theExamplesOfItsHelpWork(String command) throws Exception {
    prepare();
    List<String> examples = examples(run("./duban " + command + " --help", 0));
    assertThat(examples).hasSizeGreaterThan(1);
    for (String example : examples) {
      run("set -o pipefail; " + example, 0);
    }
  }

  /** The files that the examples speak of. */
  private void prepare() throws Exception {
    Files.writeString(
        folder.resolve("events.ndjson"),
        EVENT.formatted(1, 1, 2_900) + EVENT.formatted(2, 2, 2_910));
    Files.writeString(
        folder.resolve("events.csv"),
        "id,type,target,asOf,value\ncli-3,progress.reported,320412-2022.6.1,2022-06-03,2920\n");
    String template = "/api/v1/districts/320412/template?year=2022";
    byte[] workbook =
        officer
            .http()
            .send(officer.request(template).GET().build(), BodyHandlers.ofByteArray())
            .body();
    Filled filled = new Filled(workbook);
    filled.row("6.1", "").put(Column.VALUE, 2_930).on("2022-06-04");
    Files.write(folder.resolve("workbook.xlsx"), filled.bytes());
    byte[] plan =
        "示例县教育局2022年工作要点\n\n一、扩大优质资源\n1．增加学位供给。新建幼儿园2所。\n".getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("plan.txt"), plan);
  }

  /**
   * Each begins with two spaces, what goes on in the next line with more. Those that name another
   * system, or a file of another form than plan.txt, cannot run here.
   */
  private static List<String> examples(String help) {
    List<String> found = new ArrayList<>();
    for (String line : help.substring(help.indexOf("Examples:")).lines().skip(1).toList()) {
      if (line.startsWith("   ")) {
        found.add(found.removeLast() + "\n" + line);
      } else {
        found.add(line.strip());
      }
    }
    found.removeIf(example -> example.matches("(?s).*(duban\\.example\\.cn|plan\\.(docx|pdf)).*"));
    return found;
  }

  private String run(String line, int exit) {
    var ended = system.shell(folder, line);
    assertThat(ended.code()).as("%s%n%s", line, ended.output()).isEqualTo(exit);
    return ended.output();
  }

  private static JsonNode json(String output) throws IOException {
    return Json.lenient().readTree(output);
  }
}
