package duban.reporting.event;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.EventTypes;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.plan.PlanYear;
import duban.reporting.standing.Verdict;
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
  void whatIsSaidOfAPartAndExplained() {
    String body =
        "{'asOf':'2022-06-30','target':'320412-2022.6.1','value':1,'part':'%s','explanation':'%s'}";
    ProgressFact fact = fact("progress.reported", body.formatted("east", "因雨"));
    assertThat(fact.part()).isEqualTo("east");
    assertThat(fact.explanation()).isEqualTo("因雨");
    ProgressFact blank = fact("progress.reported", body.formatted(" ", ""));
    assertThat(blank.part()).isNull();
    assertThat(blank.explanation()).isNull();
    assertThat(blank.isObservation()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"4, 5, true", "4, , false", ", 5, false"})
  void aShareNeedsBothItsFigures(String numerator, String denominator, boolean understood) {
    ProgressFact fact =
        fact(
            "progress.reported",
            "{'asOf':'2022-06-30','target':'320412-2022.6.1','numerator':%s,'denominator':%s}"
                .formatted(numerator, denominator));
    assertThat(fact.understood()).isEqualTo(understood);
    assertThat(fact.event() != null).isEqualTo(understood);
  }

  @Test
  void wordsOnAnItemKeepWhatTheyAreAbout() {
    ProgressFact opened =
        fact("problem.opened", "{'item':'320412-2022.6','problem':'A','text':'漏水'}");
    assertThat(opened.subject()).isEqualTo("320412-2022.6");
    assertThat(opened.note()).isEqualTo("漏水");
    assertThat(opened.isObservation()).isFalse();
    assertThat(opened.verdict()).isNull();
    assertThat(fact("problem.opened", "{'problem':'A','text':'漏水'}").subject()).isEqualTo(TARGET);
  }

  @ParameterizedTest
  @CsvSource({
    "report.verified, VERIFIED, false",
    "report.disputed, DISPUTED, false",
    "report.explained, , true",
    "event.voided, , false",
  })
  void theBureausWordAndTheDistrictsAnswerAreToldApart(
      String type, Verdict verdict, boolean explains) {
    ProgressFact fact = fact(type, "{'event':'e1','reason':'核查','text':'说明'}");
    assertThat(fact.verdict()).isEqualTo(verdict);
    assertThat(fact.isExplanation()).isEqualTo(explains);
    assertThat(fact.isVoid()).isEqualTo(type.equals("event.voided"));
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
