package duban.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duban.local.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports and papers against an HTTP server that answers what a test tells it to. */
@Timeout(60)
class ReportCommandsTest {

  private static final String TABLE = "\uFEFFtarget,title\r\na,\"two\nlines\"\r\nb,x\r\n";

  @TempDir Path folder;
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private int busyFor;
  private boolean cut;
  private String answer = TABLE;
  private String answerInChinese = "";

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/", this::handle);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void aListIsWrittenToItsFile() throws Exception {
    Path file = folder.resolve("targets.csv");
    Ended ended =
        run(
            "export",
            "targets",
            "--scope",
            "320400",
            "--year",
            "2022",
            "--as-of",
            "2022-05-31",
            "--known-at",
            "2022-06-01T08:00:00+08:00",
            "-o",
            file.toString());
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).isEqualTo(file + ": 2 rows, 37 bytes\n");
    assertThat(file).hasContent(TABLE);
    assertThat(asked)
        .containsExactly(
            "GET /api/v1/exports/targets?format=csv&scope=320400&year=2022&asOf=2022-05-31"
                + "&knownAt=2022-06-01T08%3A00%2B08%3A00 en");
  }

  @Test
  void whatWasWrittenIsToldAsJsonToo() {
    answer = "{\"a\":1}\n{\"a\":\"\\\"\"}\n";
    Path file = folder.resolve("events.ndjson");
    Ended ended = run("export", "events", "--format", "ndjson", "-o", file.toString(), "--json");
    assertThat(ended.out()).contains("\"rows\":2", "\"list\":\"events\"", "\"format\":\"ndjson\"");
  }

  @Test
  void aListThatBreaksOffLeavesTheFileThatWasThereAndNothingBeside() throws Exception {
    cut = true;
    Path file = Files.writeString(folder.resolve("targets.csv"), "of yesterday");
    Ended ended = run("export", "targets", "-o", file.toString());
    assertThat(ended.exit()).isEqualTo(4);
    assertThat(ended.err()).contains("broke off after 37 bytes", "not whole");
    assertThat(file).hasContent("of yesterday");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aRefusalIsASentenceAndLeavesNoFile() {
    status = 403;
    answer = "{\"title\":\"Not permitted\",\"detail\":\"Not your district.\"}";
    Path file = folder.resolve("targets.csv");
    Ended ended = run("export", "targets", "-o", file.toString());
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo("duban: Not permitted: Not your district. (403, GET /api/v1/exports/targets)\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whoIsBusyIsAskedAgainAndThenLeftAlone() {
    busyFor = 2;
    assertThat(run("export", "plans", "-o", folder.resolve("p.csv").toString()).exit()).isZero();
    assertThat(asked).hasSize(3);

    busyFor = Integer.MAX_VALUE;
    assertThat(run("export", "plans", "-o", folder.resolve("q.csv").toString()).exit())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "b.docx, docx",
    "B.XLSX, xlsx",
    "b.json, json",
    "b.JSON, json",
  })
  void aPapersFormIsItsFilesEnd(String name, String form) {
    run("bulletin", "320400", "2022-05", "-o", folder.resolve(name).toString());
    assertThat(asked)
        .containsExactly("GET /api/v1/bulletins/320400/2022-05?format=" + form + " zh");
  }

  @Test
  void aFormThatIsSaidNeedsNoEnd() {
    run("bulletin", "320400", "2022-05", "--format", "docx", "-o", folder + "/b.new");
    assertThat(asked).containsExactly("GET /api/v1/bulletins/320400/2022-05?format=docx zh");
  }

  @Test
  void whatIsRefusedIsToldInThePersonsLanguageWhateverTheDocuments() {
    status = 404;
    answer = "{\"title\":\"Not found\",\"detail\":\"No such scope.\"}";
    answerInChinese = "{\"title\":\"未找到\"}";
    Ended ended = run("bulletin", "329999", "2022-05", "-o", folder + "/b.docx");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).startsWith("duban: Not found: No such scope. (404, GET ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"discipline", "reports"})
  void everyListOfTheServiceCanBeHad(String list) {
    assertThat(run("export", list, "-o", folder + "/list.csv").exit()).isZero();
    assertThat(asked).containsExactly("GET /api/v1/exports/" + list + "?format=csv en");
  }

  @Test
  void aYearsPaperIsItsSummary() {
    run("bulletin", "320412", "2022", "--draft", "--lang", "en", "-o", folder + "/s.docx");
    run("bulletin", "320412", "2022", "--no", "2", "-o", folder + "/s.docx");
    assertThat(asked)
        .containsExactly(
            "GET /api/v1/summaries/320412/2022?format=docx&draft=true en",
            "GET /api/v1/summaries/320412/2022?format=docx&issue=2 zh");
  }

  @Test
  void issuingSaysNumberAndDigestAndWritesThatIssue() {
    answer =
        "{\"number\":3,\"digest\":\"abc\",\"by\":\"lin\",\"issuedAt\":\"2022-06-01T00:00:00Z\"}";
    Ended ended = run("bulletin", "320400", "2022-05", "--issue", "-o", folder + "/b.docx");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).startsWith("bulletin 320400 2022-05 is issued as No. 3 by lin");
    assertThat(asked)
        .containsExactly(
            "POST /api/v1/bulletins/320400/2022-05/issue en",
            "GET /api/v1/bulletins/320400/2022-05?format=docx&issue=3 zh");
  }

  @ParameterizedTest
  @CsvSource({"true, 0, It is proved.", "false, 3, It is NOT proved."})
  void aProofTellsAndExitsByItsOutcome(boolean proved, int exit, String words) {
    answer =
        """
        {"number":1,"digest":"abc","proved":%s,"digestFits":true,"sameToday":%s,
         "places":[{"ledger":"progress/320412","seq":7,"holds":%s}],"differences":[{"pointer":"/a"}]}
        """
            .formatted(proved, proved, proved);
    Ended ended = run("bulletin", "320400", "2022-05", "--proof", "--no", "1");
    assertThat(ended.exit()).isEqualTo(exit);
    assertThat(ended.out()).contains(words, proved ? "holds at seq 7" : "BROKEN at seq 7");
    assertThat(asked).containsExactly("GET /api/v1/bulletins/320400/2022-05/proof?issue=1 en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export targets --json",
        "export targets --as-of 2022-02-30",
        "export targets --known-at yesterday",
        "export targets --year 22",
        "export targets --scope 3204",
        "export nothing",
        "bulletin 320400 2022-13",
        "bulletin 320400 May",
        "bulletin 320400 2022-05 --issue --proof",
        "bulletin 320400 2022-05 --draft --no 1",
        "bulletin 320400 2022-05 --proof --format docx",
        "bulletin 320400 2022-05 --json",
        "bulletin 320400 2022-05 -o x.pdf",
        "bulletin 320400 2022-05 -o x",
      })
  void wrongUsageAsksNobody(String line) {
    Ended ended = run(line.split(" ", -1));
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("duban: ")
        .contains("More: ./duban " + line.substring(0, line.indexOf(" ")));
    assertThat(asked).isEmpty();
  }

  @Test
  void anotherSystemNeedsItsOwnToken() {
    Ended ended = Ended.run("export", "plans", "--url", "https://duban.invalid");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("DUBAN_TOKEN");
    assertThat(Ended.run("export", "plans", "--url", "duban.invalid").exit()).isEqualTo(2);
    assertThat(Ended.run("export", "plans", "--url", "https://a.invalid/b").exit()).isEqualTo(2);
  }

  private Ended run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    all.addAll(List.of("--url", address, "--token", "t"));
    return Ended.run(all.toArray(String[]::new));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String language = exchange.getRequestHeaders().getFirst("Accept-Language");
    asked.add(
        exchange.getRequestMethod() + " " + exchange.getRequestURI().toString() + " " + language);
    exchange.sendResponseHeaders(busyFor-- > 0 ? 503 : status, 0);
    OutputStream out = exchange.getResponseBody();
    boolean chinese = language.equals("zh") && !answerInChinese.isEmpty();
    out.write((chinese ? answerInChinese : answer).getBytes(StandardCharsets.UTF_8));
    out.flush();
    if (cut) {
      // Without an end, as if the program behind it had died.
      throw new IOException("cut off");
    }
    out.close();
  }
}
