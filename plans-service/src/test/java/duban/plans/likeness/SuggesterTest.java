package duban.plans.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.plan.Target;
import duban.plans.likeness.Suggestion.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggesterTest {

  private static final List<Indicator> CATALOGUE =
      List.of(
          indicator("new-seats", "新增学位", "New school places", "个", "sum"),
          indicator("new-kindergartens", "新建幼儿园", "New kindergartens", "所", "sum"),
          indicator("smart-classrooms", "智慧教室", "Smart classrooms", "个", "sum"),
          indicator("investment", "教育建设投入", "Investment in facilities", "元", "sum"),
          indicator("smart-campus-share", "智慧校园占比", "Share of smart campuses", "%", "ratio"));

  private static final List<Learnt> LEARNT =
      List.of(
          new Learnt("320481-2022.3.1", "增加义务教育阶段学位供给", "new-seats"),
          new Learnt("320481-2022.3.2", "未来教室", "smart-classrooms"),
          new Learnt("320481-2022.3.3", "早已撤销的口径", "withdrawn"));

  private final Suggester suggester = new Suggester(CATALOGUE, LEARNT);

  @ParameterizedTest(name = "{0} {1} -> {2} ({3})")
  @CsvSource({
    "新增学位, 个, new-seats, name, ",
    "新增优质学位, 个, new-seats, name, ",
    "New school places, 个, new-seats, name, ",
    "义务教育阶段学位供给, 个, new-seats, learnt, 320481-2022.3.1",
    "建设未来教室, 个, smart-classrooms, learnt, 320481-2022.3.2",
    "新建公办幼儿园, 所, new-kindergartens, name, ",
    "智慧教室, 个, smart-classrooms, name, ",
  })
  void namesTheIndicatorAndWhy(
      String title, String unit, String indicator, String reason, String from) {
    Suggestion found = suggester.suggest(quantity(title, unit)).orElseThrow();

    assertThat(found.indicator()).isEqualTo(indicator);
    assertThat(found.reason().word()).isEqualTo(reason);
    assertThat(found.learntFrom()).isEqualTo(from);
    assertThat(found.score()).isBetween(new BigDecimal("0.4"), BigDecimal.ONE);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // Another unit: publishing would refuse the mapping.
    "新增学位, 所",
    "智慧校园占比, 个",
    // Only the words that every title has are the same.
    "新增教师, 名",
    "教育建设大会, 次",
    "课后服务, 个",
    // Learnt, but from an indicator that is no more.
    "早已撤销的口径, 个",
  })
  void isSilentWhereNothingFits(String title, String unit) {
    assertThat(suggester.suggest(quantity(title, unit))).isEmpty();
  }

  @Test
  void whatPeopleDecidedGoesBeforeAName() {
    List<Learnt> contrary = List.of(new Learnt("320481-2022.1.1", "智慧教室", "new-seats"));

    Optional<Suggestion> found = new Suggester(CATALOGUE, contrary).suggest(quantity("智慧教室", "个"));

    assertThat(found).map(Suggestion::reason).contains(Reason.LEARNT);
    assertThat(found).map(Suggestion::indicator).contains("new-seats");
  }

  @ParameterizedTest(name = "{0} ~ {1}")
  @CsvSource({
    "新增学位, 新增学位, 1",
    "ＮＥＷ seats, new seats, 1",
    "新增“学位”, 新增学位, 1",
    "新增学位, 心理辅导, 0",
    "一, 一, 1",
    "'', '', 0",
  })
  void likenessIsOfWordsAlone(String one, String other, double likeness) {
    Likeness plain = Likeness.among(List.of());

    assertThat(plain.of(Title.of(one), Title.of(other))).isEqualTo(likeness);
  }

  @Test
  void aPairThatAllTitlesHaveWeighsLess() {
    Likeness among = Likeness.among(List.of(Title.of("学校食堂"), Title.of("学校操场"), Title.of("学校围墙")));

    assertThat(among.of(Title.of("学校食堂"), Title.of("学校操场")))
        .isLessThan(Likeness.among(List.of()).of(Title.of("学校食堂"), Title.of("学校操场")));
  }

  private static Target quantity(String title, String unit) {
    return read(
        """
        {"id":"320404-2023.1.1","title":"%s","kind":"quantity","operator":"=","value":3,"unit":"%s"}
        """
            .formatted(title, unit),
        Target.class);
  }

  private static Indicator indicator(
      String key, String name, String nameEn, String unit, String aggregation) {
    return read(
        """
        {"key":"%s","name":"%s","nameEn":"%s","unit":"%s","aggregation":"%s"}
        """
            .formatted(key, name, nameEn, unit, aggregation),
        Indicator.class);
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return Json.strict().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
