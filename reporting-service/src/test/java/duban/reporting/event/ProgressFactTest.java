package duban.reporting.event;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.EventTypes;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.plan.PlanYear;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a link, and that nothing in it can stop the links behind it. */
class ProgressFactTest {

  private static final String TARGET = "320412-2022.6.1";

  private static LedgerEvent link(String fullType, String subject, String refers, String body) {
    Instant at = Instant.parse("2022-06-30T17:00:00Z");
    return new LedgerEvent(
        "progress/320412", 7, "e7", fullType, subject, refers, at, body, Hash.ZERO, Hash.ZERO);
  }

  private static ProgressFact fact(String type, String body) {
    return ProgressFact.of(link(EventTypes.full(type), TARGET, null, body.replace('\'', '"')));
  }

  @Test
  void aReport() {
    ProgressFact fact =
        fact(
            "progress.reported",
            "{'asOf':'2022-06-30','by':'wj','note':'六月','target':'320412-2022.6.1','value':1.50}");
    assertThat(fact.day()).isEqualTo(LocalDate.of(2022, 6, 30));
    assertThat(fact.value()).isEqualTo(new BigDecimal("1.50"));
    assertThat(fact.by()).isEqualTo("wj");
    assertThat(fact.note()).isEqualTo("六月");
    assertThat(fact.plan()).isEqualTo("320412-2022");
    assertThat(fact.isObservation()).isTrue();
  }

  @Test
  void wordsWithoutADayBelongToTheDayTheyWereRecordedOn() {
    ProgressFact fact = fact("item.noted", "{'by':'wj','item':'320412-2022.6','text':'在推进'}");
    assertThat(fact.day()).isEqualTo(LocalDate.of(2022, 7, 1));
    assertThat(fact.subject()).isEqualTo("320412-2022.6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "progress.reported | {'asOf':'2022-06-30','target':'320412-2022.6.1'}",
        "progress.reported | {'asOf':'2022-06-30','value':1}",
        "progress.reported | {'asOf':'soon','target':'320412-2022.6.1','value':1}",
        "progress.added    | {'on':'2022-06-30','target':'320412-2022.6.1'}",
        "progress.added    | {'amount':1,'target':'320412-2022.6.1'}",
        "milestone.reached | {'on':'2022-06-30','target':'320412-2022.6.1'}",
        "milestone.reached | {'milestone':'lost','on':'2022-06-30','target':'320412-2022.6.1'}",
        "progress.reported | []",
        "progress.reported | {",
      })
  void whatCannotBeReadIsKeptAndToldOf(String type, String body) {
    ProgressFact fact = fact(type, body);
    assertThat(fact.understood()).isFalse();
    assertThat(fact.isObservation()).isFalse();
  }

  @Test
  void whatIsNotKnownIsPassedOver() {
    ProgressFact later =
        ProgressFact.of(link("cn.duban.progress.reported.v2", TARGET, null, "{\"x\":1}"));
    ProgressFact other = ProgressFact.of(link("cn.duban.tea.drunk.v1", TARGET, null, "{}"));
    ProgressFact erased =
        ProgressFact.of(link(EventTypes.full("progress.reported"), TARGET, null, null));
    assertThat(List.of(later, other, erased))
        .allSatisfy(fact -> {
          assertThat(fact.understood()).isTrue();
          assertThat(fact.isObservation()).isFalse();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"event.voided", "report.verified", "report.disputed"})
  void whatItTakesBackOrJudgesIsWhatItsBodySays(String type) {
    LedgerEvent changed =
        link(EventTypes.full(type), TARGET, "e2", "{\"event\":\"e1\",\"reason\":\"twice\"}");
    assertThat(ProgressFact.of(changed).refers()).isEqualTo("e1");
  }

  @Test
  void anErasedVoidGoesOnTakingBackWhatItsLedgerSays() {
    ProgressFact erased =
        ProgressFact.of(link(EventTypes.full("event.voided"), TARGET, "e1", null));
    assertThat(erased.isVoid()).isTrue();
    assertThat(erased.refers()).isEqualTo("e1");
  }

  @Test
  void aVoidThatCannotBeReadTakesNothingBack() {
    ProgressFact odd = ProgressFact.of(link(EventTypes.full("event.voided"), TARGET, "e1", "{}"));
    assertThat(odd.isVoid()).isFalse();
    assertThat(odd.understood()).isFalse();
  }

  @Test
  void nobodySpeaksOfAForeignTarget() {
    assertThat(
            fact("progress.added", "{'amount':1,'on':'2022-06-30','target':'320481-2022.6.1'}")
                .isObservation())
        .isFalse();
  }

  @Test
  void aSubjectThatIsNoPlaceOfAPlanHasNoYear() {
    ProgressFact odd =
        ProgressFact.of(
            link(
                EventTypes.full("report.verified"),
                "wj-2022-000131",
                "wj-2022-000131",
                "{\"event\":\"wj-2022-000131\"}"));
    assertThat(odd.plan()).isNull();
    assertThat(PlanYear.of("320412-2022")).isEqualTo(2022);
    assertThat(PlanYear.of("wj-2022-000131")).isZero();
  }
}
