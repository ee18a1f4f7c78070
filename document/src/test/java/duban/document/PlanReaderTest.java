package duban.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import duban.document.source.Format;
import duban.document.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
        "summary-plan-coast"
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
    spans.forEach(span -> rest.replace(span.start(), span.end(), " ".repeat(span.length())));
    assertThat(rest.toString()).as("words in no paragraph").isBlank();
    assertThat(reading.targets())
        .allSatisfy(target -> assertThat(target.span().of(source)).isEqualTo(target.quote()));
    assertThat(read(source)).as("read twice").isEqualTo(reading);
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
