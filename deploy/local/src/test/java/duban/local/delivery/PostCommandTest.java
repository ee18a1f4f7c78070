package duban.local.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import duban.contracts.Json;
import duban.local.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against an HTTP server that keeps a ledger by event id, and fails as a real one does at times.
 */
@Timeout(60)
class PostCommandTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TempDir Path folder;
  private final List<String> bodies = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final Map<String, Integer> ledger = new LinkedHashMap<>();
  private final String home = System.getProperty("user.home");
  private HttpServer server;
  private int refusals;
  private int diesAfter = Integer.MAX_VALUE;
  private int hangsAfter = Integer.MAX_VALUE;
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private String rows = "{\"line\":5,\"status\":\"appended\",\"seq\":1}\n";
  private int status = 200;

  @BeforeEach
  void listen() throws IOException {
    System.setProperty("user.home", folder.toString());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/districts/320412/events", this::handle);
    server.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
    System.setProperty("user.home", home);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\"}",
        " {\n \"id\":\n \"a\"\n}\n",
        "[{\"id\":\"a\"},{\"id\":\"b\"}]",
        "{\"id\":"
      })
  void oneDocumentIsPostedAsItIs(String text) throws Exception {
    assertThat(post(text).exit()).isZero();
    assertThat(bodies).containsExactly(text);
    assertThat(types).containsExactly("application/json");
  }

  @Test
  void standardInputIsPostedToo() {
    Ended ended = Ended.runWith("{\"id\":\"a\"}\n{\"id\":\"b\"}\n", words("-", "--json"));
    assertThat(ended.exit()).isZero();
    assertThat(sums(ended)).containsExactly(2, 0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``            | nothing came",
        "`\n\n`         | there is no event",
        "garbage       | The first row names the fields",
        "`foo,bar\n`   | The first row names the fields",
        "`id,type\n`   | there is no event",
        "`foo,bar\na,b` | The first row names the fields",
      })
  void whatHoldsNoEventIsNoSuccess(String text, String why) {
    Ended ended = Ended.runWith(text, words("-"));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).startsWith("duban: ").contains(why);
    Ended document = Ended.runWith(text, words("-", "--json"));
    assertThat(document.out()).doesNotContain("\"complete\":true");
  }

  @Test
  void linesThatAreAllBlankAreNoSuccessEither() throws Exception {
    Path file = Files.writeString(folder.resolve("e.ndjson"), "\n\n");
    assertThat(Ended.run(words(file.toString())).exit()).isEqualTo(1);
    assertThat(bodies).isEmpty();
  }

  @Test
  void aWorkbookInWhichNothingWasFilledInIsNoSuccess() throws Exception {
    rows = "";
    Path file = Files.writeString(folder.resolve("empty.xlsx"), "PK\u0003\u0004 and so on");
    Ended ended = Ended.run(words(file.toString()));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("there is no event in " + file);
  }

  @Test
  void aRowOfAWorkbookThatIsRefusedIsNamedByItsCell() throws Exception {
    rows =
        """
        {"line":5,"status":"rejected","problem":{"title":"Invalid event","errors":[{"pointer":"/value","detail":"none"}]},"cells":["K5","L5"]}
        """;
    Path file = Files.writeString(folder.resolve("filled.xlsx"), "PK\u0003\u0004 and so on");
    Ended ended = Ended.run(words(file.toString()));
    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.out()).isEqualTo("line 5, K5 L5, rejected: Invalid event: /value none\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--json"})
  void whoStopsItIsToldHowFarItCameAndHowItGoesOn(String more) throws Exception {
    hangsAfter = 2;
    Path file = Files.writeString(folder.resolve("events"), lines(3_500));
    List<String> words = new ArrayList<>(List.of("java", "-Duser.home=" + folder));
    words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "duban.local.Duban"));
    words.addAll(List.of(words(file.toString(), more.isEmpty() ? new String[0] : more.split(" "))));
    Process posting = new ProcessBuilder(words).start();
    hanging.await();
    posting.toHandle().destroy();

    String said = new String(posting.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    String printed = new String(posting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(posting.waitFor()).isEqualTo(143);
    assertThat(said).contains("stopped: give the same again to go on");
    if (more.isEmpty()) {
      assertThat(said).contains("2,000 appended");
    } else {
      assertThat(sums(new Ended(143, printed, said))).containsExactly(2_000, 0, 0, 0);
    }
  }

  @Test
  void linesArePostedInChunksInTheirOrder() throws Exception {
    String text = lines(2_500);
    assertThat(sums(post(text, "--json"))).containsExactly(2_500, 0, 0, 0);
    assertThat(bodies).hasSize(3);
    assertThat(String.join("", bodies)).isEqualTo(text);
  }

  @Test
  void whatIsBusyGetsTheSameAgain() throws Exception {
    refusals = 2;
    String text = lines(2);
    assertThat(sums(post(text, "--json"))).containsExactly(2, 0, 0, 0);
    assertThat(bodies).containsExactly(text, text, text);
  }

  @Test
  void aBusyLineIsSentAgainAloneAndABadOneIsNot() throws Exception {
    Ended ended = post("{\"id\":\"a\"}\n{\"id\":\"busy\"}\n\n{\"id\":\"bad\"}\n");
    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.out()).isEqualTo("line 4, bad: rejected: Unknown target: /target none\n");
    assertThat(ended.err()).startsWith("2 appended, 0 there already, 1 rejected");
    assertThat(bodies)
        .containsExactly(
            "{\"id\":\"a\"}\n{\"id\":\"busy\"}\n{\"id\":\"bad\"}\n", "{\"id\":\"busy\"}\n");
  }

  @Test
  void whatBrokeOffGoesOnWhereItWasAndNothingIsDoubled() throws Exception {
    diesAfter = 2;
    Ended broken = post(lines(3_500), "--json");
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(json(broken).path("complete").asBoolean()).isFalse();
    assertThat(sums(broken)).containsExactly(2_000, 0, 0, 0);

    diesAfter = Integer.MAX_VALUE;
    bodies.clear();
    Ended again = post(lines(3_500), "--json");
    assertThat(again.exit()).isZero();
    assertThat(sums(again)).containsExactly(1_500, 2_000, 0, 2_000);
    assertThat(bodies).hasSize(2);
    assertThat(ledger).hasSize(3_500);
  }

  @Test
  void whatTheLedgerDoesNotHoldAnyMoreIsSentAgain() throws Exception {
    diesAfter = 2;
    post(lines(3_500));
    diesAfter = Integer.MAX_VALUE;
    ledger.clear();

    assertThat(sums(post(lines(3_500), "--json"))).containsExactly(3_500, 0, 0, 0);
  }

  @Test
  void otherContentBeginsAtItsBeginning() throws Exception {
    diesAfter = 2;
    post(lines(3_500));
    diesAfter = Integer.MAX_VALUE;

    String other = "{\"id\":\"new\"}\n" + lines(3_500);
    assertThat(sums(post(other, "--json"))).containsExactly(1_501, 2_000, 0, 0);
  }

  @Test
  void whatWasRejectedIsSentAndToldAgain() throws Exception {
    String text = "{\"id\":\"bad\"}\n" + lines(1_200);
    post(text);
    bodies.clear();

    Ended again = post(text);
    assertThat(again.exit()).isEqualTo(3);
    assertThat(again.out()).startsWith("line 1, bad: rejected");
    assertThat(bodies).containsExactly("{\"id\":\"bad\"}\n");
  }

  @Test
  void aTableIsSentInPiecesEachWithItsHeaderAndInUtf8() throws Exception {
    String rows =
        IntStream.range(0, 1_500)
            .mapToObj(i -> "r%d,\"两所 \"\"新\"\"\n学校\"\n".formatted(i))
            .collect(Collectors.joining());
    Path file = folder.resolve("events.csv");
    Files.write(file, ("id,note\n" + rows).getBytes(Charset.forName("GB18030")));

    Ended ended = Ended.run(words(file.toString(), "--json"));
    assertThat(sums(ended)).containsExactly(1_500, 0, 0, 0);
    assertThat(types).containsOnly("text/csv");
    assertThat(bodies).hasSize(2).allMatch(body -> body.startsWith("id,note\r\n"));
    assertThat(bodies.getLast()).endsWith("r1499,\"两所 \"\"新\"\"\n学校\"\r\n");
  }

  @Test
  void aRejectedRowIsNamedByItsPlaceInTheTable() throws Exception {
    String table = "id,note\n" + "a,b\n".repeat(1_000) + "bad,c\n";
    Ended ended = Ended.run(words(Files.writeString(folder.resolve("t.csv"), table).toString()));
    assertThat(ended.out()).startsWith("line 1002, bad: rejected");
  }

  @Test
  void whatIsNoTableIsToldBeforeAnythingIsSent() throws Exception {
    Path file = Files.writeString(folder.resolve("t.csv"), "id,note\na,b\nb,\"open\n");
    Ended ended = Ended.run(words(file.toString()));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("open quote", "row 3", "nothing of it was sent");
    assertThat(bodies).isEmpty();
  }

  @Test
  void aWorkbookIsPostedWhole() throws Exception {
    Path file = Files.writeString(folder.resolve("filled.xlsx"), "PK\u0003\u0004 and so on");
    Ended ended = Ended.run(words(file.toString()));
    assertThat(types).containsExactly(XLSX);
    assertThat(ended.exit()).isZero();
  }

  @Test
  void aCallerWhoMayNotIsToldWhyAndNothingElse() throws Exception {
    status = 403;
    Ended ended = post(lines(2));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo("duban: Not permitted: not yours (403, POST /api/v1/districts/320412/events)\n");
  }

  @Test
  void whatIsNotThereIsToldInASentence() {
    assertThat(Ended.run(words(folder.toString())).err()).contains("is a folder");
    assertThat(Ended.run(words(folder.resolve("none").toString())).err()).contains("cannot read");
    server.stop(0);
    Ended ended = Ended.runWith("{\"id\":\"a\"}", words("-"));
    assertThat(ended.exit()).isEqualTo(4);
    assertThat(ended.err()).contains("nothing answers at http://127.0.0.1:", "./duban up");
  }

  private Ended post(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("events"), text);
    return Ended.run(words(file.toString(), more));
  }

  private String[] words(String file, String... more) {
    List<String> words = new ArrayList<>(List.of("post", "320412", file, "--token", "t", "--url"));
    words.add("http://127.0.0.1:" + server.getAddress().getPort());
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"id\":\"" + i + "\"}\n")
        .collect(Collectors.joining());
  }

  private static JsonNode json(Ended ended) {
    try {
      return Json.lenient().readTree(ended.out());
    } catch (IOException e) {
      throw new AssertionError(ended.toString(), e);
    }
  }

  /** Appended, there already, rejected, and known without being sent. */
  private static List<Integer> sums(Ended ended) {
    JsonNode json = json(ended);
    return List.of("appended", "duplicate", "rejected", "known").stream()
        .map(name -> json.path(name).asInt())
        .toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      int seq =
          Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1"))
              + 1;
      String link = seq > ledger.size() ? "" : "{\"seq\":%d,\"hash\":\"h%d\"}".formatted(seq, seq);
      answer(exchange, 200, "{\"events\":[" + link + "]}");
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (diesAfter-- <= 0) {
      answer(exchange, 401, "{\"title\":\"No valid token\"}");
      return;
    }
    if (hangsAfter-- <= 0) {
      hang();
    }
    bodies.add(body);
    types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (status != 200) {
      answer(exchange, status, "{\"title\":\"Not permitted\",\"detail\":\"not yours\"}");
    } else if (refusals-- > 0) {
      answer(exchange, 503, "{\"status\":503}");
    } else if (types.getLast().equals("application/json")) {
      answer(exchange, 201, "{\"seq\":1}");
    } else if (types.getLast().equals(XLSX)) {
      answer(exchange, 200, rows);
    } else if (types.getLast().equals("text/csv") && !body.startsWith("id,")) {
      answer(exchange, 400, "{\"title\":\"Bad\",\"detail\":\"The first row names the fields\"}");
    } else {
      answer(exchange, 200, results(body));
    }
  }

  private void hang() {
    hanging.countDown();
    try {
      over.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private String results(String body) {
    if (types.getLast().equals("text/csv")) {
      return body.replaceAll("\"[^\r]*\"", "")
          .lines()
          .skip(1)
          .map(row -> row.substring(0, row.indexOf(',')))
          .map(this::result)
          .collect(Collectors.joining());
    }
    return body.lines()
        .map(line -> line.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1"))
        .map(this::result)
        .collect(Collectors.joining());
  }

  private String result(String id) {
    if (id.equals("bad")) {
      return rejected(id, 422, "Unknown target");
    }
    if (id.equals("busy") && bodies.size() == 1) {
      return rejected(id, 503, "Try later");
    }
    boolean there = ledger.containsKey(id);
    int seq = ledger.computeIfAbsent(id, _ -> ledger.size() + 1);
    return "{\"id\":\"%s\",\"status\":\"%s\",\"seq\":%d,\"hash\":\"h%d\"}%n"
        .formatted(id, there ? "duplicate" : "appended", seq, seq);
  }

  private static String rejected(String id, int status, String title) {
    return """
    {"id":"%s","status":"rejected","problem":{"title":"%s","status":%d,"detail":"One place of the event is wrong.","errors":[{"pointer":"/target","detail":"none"}]}}
    """
        .formatted(id, title, status);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
