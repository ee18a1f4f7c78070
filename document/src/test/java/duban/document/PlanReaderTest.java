package duban.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import duban.document.source.Format;
import duban.document.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole documents of every style, against what a person found in them. */
class PlanReaderTest {

  private static final double LEAST = 0.9;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scraped-traditional",
        "mixed-numbering",
        "summary-and-plan",
        "county-short-items",
        "narrative-heavy",
        "northern-county",
        "trad-web",
        "summary-plan-coast",
        "south-narrative",
        "inland-dense"
      })
  void findsWhatAPersonFinds(String name) throws IOException {
    String source = resource(name + ".txt");
    Score score =
        Score.of(new ObjectMapper().readTree(resource(name + ".gold.json")), source, read(source));
    assertThat(score.recall())
        .as("recall, missed: %s", score.missed())
        .isGreaterThanOrEqualTo(LEAST);
    assertThat(score.precision())
        .as("precision, wrong: %s", score.wrong())
        .isGreaterThanOrEqualTo(LEAST);
    assertThat(score.outline())
        .as("outline, missed: %s", score.missedItems())
        .isGreaterThanOrEqualTo(LEAST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scraped-traditional", "mixed-numbering", "summary-and-plan"})
  void losesNothingAndPointsToItsWords(String name) throws IOException {
    String source = resource(name + ".txt");
    PlanReading reading = read(source);
    List<Span> spans = reading.paragraphs().stream().map(PlanReading.Paragraph::span).toList();
    StringBuilder rest = new StringBuilder(source);
    assertThat(spans)
        .as("in order, none over another")
        .isSortedAccordingTo(Comparator.comparingInt(Span::end));
    for (int i = 1; i < spans.size(); i++) {
      assertThat(spans.get(i).start()).isGreaterThanOrEqualTo(spans.get(i - 1).end());
    }
    spans.forEach(span -> rest.replace(span.start(), span.end(), " ".repeat(span.length())));
    assertThat(rest.toString()).as("words in no paragraph").isBlank();
    assertThat(reading.targets())
        .allSatisfy(target -> assertThat(target.span().of(source)).isEqualTo(target.quote()));
    assertThat(read(source)).as("read twice").isEqualTo(reading);
  }

  @Test
  void aGoalThatComesAgainIsOnePromise() {
    PlanReading reading =
        read(
            """
            某区2022年教育工作要点

            工作目标：全区教育系统要办好人民满意的教育，新增学位4500个，群众满意度稳步提升，培训教师800人次。

            一、资源建设
            1.扩大供给。全年新增学位4500个，改造校舍。
            """);
    assertThat(reading.items())
        .flatExtracting(
            item -> item.targets().stream().map(t -> item.path() + " " + t.title()).toList())
        .containsExactly("0/1 教师", "一/1 学位");
  }

  private static PlanReading read(String source) {
    return PlanReader.read(new SourceText(source, Format.TXT), null);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PlanReaderTest.class.getResourceAsStream("/plans/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
