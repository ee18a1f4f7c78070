package duban.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.ProblemType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

  /** One component of each kind that a body may have. */
  record Every(
      String text,
      BigDecimal figure,
      int year,
      @Nullable Integer days,
      @Nullable Boolean strict,
      LocalDate on,
      Target.@Nullable Kind kind,
      @Nullable List<Part> parts,
      @Nullable Map<String, Part> named) {}

  record Part(String name, @Nullable Long seq) {}

  private static final String GOOD =
      """
      {"text":"𠮷祥","figure":0.1,"year":2022,"days":30,"strict":true,"on":"2022-02-28",
       "kind":"money","parts":[{"name":"a","seq":9007199254740993}],
       "named":{"x/y":{"name":"b"}}}
      """;

  private static ProblemException fault(String json) {
    return catchThrowableOfType(
        ProblemException.class,
        () -> StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Every.class));
  }

  private static List<String> pointers(String json) {
    return fault(json).problem().errors().stream().map(FieldProblem::pointer).toList();
  }

  @Test
  void readsWhatFits() {
    Every every = StrictJson.read(GOOD.getBytes(StandardCharsets.UTF_8), Every.class);

    assertThat(every.figure()).isEqualByComparingTo("0.1");
    assertThat(every.parts()).containsExactly(new Part("a", 9007199254740993L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"figure\":0.1          | \"figure\":\"0.1\"            | /figure",
        "\"figure\":0.1          | \"figure\":1e41               | /figure",
        "\"figure\":0.1          | \"figure\":1e-999999999       | /figure",
        "\"year\":2022           | \"year\":2022.7               | /year",
        "\"year\":2022           | \"year\":2022000000000        | /year",
        "\"year\":2022           | \"year\":null                 | /year",
        "\"year\":2022,          |                               | /year",
        "\"strict\":true         | \"strict\":\"true\"           | /strict",
        "\"on\":\"2022-02-28\"   | \"on\":\"2022-02-30\"         | /on",
        "\"on\":\"2022-02-28\"   | \"on\":[2022,2,28]            | /on",
        "\"on\":\"2022-02-28\"   | \"on\":\"2022-02-28T00:00Z\"  | /on",
        "\"kind\":\"money\"      | \"kind\":6                    | /kind",
        "\"kind\":\"money\"      | \"kind\":\"MONEY\"            | /kind",
        "\"name\":\"a\"          | \"name\":1                    | /parts/0/name",
        "\"name\":\"a\"          | \"nam/e\":1,\"name\":\"a\"    | /parts/0/nam~1e",
        "\"parts\":[             | \"parts\":[null,              | /parts/0",
        "\"named\":{             | \"named\":{\"z\":null,         | /named/z",
        "{\"name\":\"b\"}        | {}                            | /named/x~1y/name",
        "\"text\":\"𠮷祥\"       | \"text\":\"\\u0000\"          | /text",
        "\"text\":\"𠮷祥\"       | \"text\":\"\\ud842\"          | /text",
      })
  void namesThePlaceThatDoesNotFit(String good, String bad, String pointer) {
    assertThat(GOOD).contains(good);

    String json = GOOD.replace(good, bad == null ? "" : bad);

    assertThat(pointers(json)).containsExactly(pointer);
    assertThat(fault(json).problem().type()).isEqualTo(ProblemType.INVALID_REQUEST);
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(pointers("{\"text\":1,\"on\":\"soon\",\"other\":{},\"parts\":[{},{\"seq\":\"1\"}]}"))
        .containsExactlyInAnyOrder(
            "/other",
            "/text",
            "/figure",
            "/year",
            "/on",
            "/parts/0/name",
            "/parts/1/name",
            "/parts/1/seq");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"``", "{", "{} {}", "{\"text\":\"a\",\"text\":\"b\"}", "nul", "\u0000"})
  void refusesWhatIsNoJson(String json) {
    assertThat(fault(json).problem().type()).isEqualTo(ProblemType.MALFORMED_JSON);
  }

  @Test
  void theDepthOfTheBodyCannotHurt() {
    assertThat(fault("[".repeat(500_000)).problem().type()).isEqualTo(ProblemType.MALFORMED_JSON);
    assertThat(pointers("[".repeat(900) + "]".repeat(900))).containsExactly("");
  }

  @Test
  void aHostileBodyGetsABoundedAnswer() {
    String json = "{\"parts\":[" + "1,".repeat(100_000) + "1]}";

    assertThat(pointers(json)).hasSize(100);
  }

  @Test
  void plansNameTheirRequiredFields() {
    ProblemException fault =
        catchThrowableOfType(
            ProblemException.class,
            () -> StrictJson.read("{}".getBytes(StandardCharsets.UTF_8), Plan.class));

    assertThat(fault.problem().errors())
        .extracting(FieldProblem::pointer)
        .containsExactly("/district", "/year", "/title", "/sections");
  }
}
