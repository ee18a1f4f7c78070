package duban.progress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.progress.ProgressEvent;
import duban.progress.SamplePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets of the sample: 1.1 frequency, 2.1 and 6.1 quantity, 3.1 narrative, and so on. */
class PlanRulesTest {

  private static final String WRONG_TYPE = "wrong-kind-of-value /type";
  private static final PublishedPlan OPEN = PublishedPlan.of(SamplePlan.wujin(), 1, false);
  private static final PublishedPlan CLOSED = PublishedPlan.of(SamplePlan.wujin(), 1, true);

  @ParameterizedTest(name = "{0} {1} -> value: {2}, share: {3}, added: {4}, milestone: {5}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1.1  | frequency | type   | type       | ok   | type
          3.1  | narrative | type   | type       | type | type
          6.1  | quantity  | ok     | /numerator | ok   | type
          6.2  | project   | type   | type       | type | ok
          6.5  | money     | ok     | /numerator | ok   | type
          7.2  | ratio     | /value | ok         | type | type
          7.3  | coverage  | /value | ok         | type | type
          26.1 | deadline  | ok     | /numerator | type | ok
          """)
  void whichEventFitsWhichKind(
      String target, String kind, String value, String share, String added, String milestone) {
    assertThat(said(target, "'type':'progress.reported','asOf':'2022-06-30','value':1"))
        .isEqualTo(expected(value));
    assertThat(
            said(
                target,
                "'type':'progress.reported','asOf':'2022-06-30','numerator':1,'denominator':2"))
        .isEqualTo(expected(share));
    assertThat(said(target, "'type':'progress.added','on':'2022-06-30','amount':1"))
        .isEqualTo(expected(added));
    assertThat(said(target, "'type':'milestone.reached','on':'2022-06-30','milestone':'completed'"))
        .isEqualTo(expected(milestone));
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          26.1 | 'type':'progress.reported','asOf':'2022-06-30','value':0                          | ok
          26.1 | 'type':'progress.reported','asOf':'2022-06-30','value':0.5                        | wrong-kind-of-value /value
          26.1 | 'type':'progress.reported','asOf':'2022-06-30','value':2                          | wrong-kind-of-value /value
          26.1 | 'type':'milestone.reached','on':'2022-06-30','milestone':'started'                | wrong-kind-of-value /milestone
          26.1 | 'type':'milestone.reached','on':'2022-06-30','milestone':'completed','project':'x'| wrong-kind-of-value /project
          6.2  | 'type':'milestone.reached','on':'2022-06-30','milestone':'in-use','project':'牛塘实验学校' | ok
          6.2  | 'type':'milestone.reached','on':'2022-06-30','milestone':'in-use','project':'别的学校'     | invalid-event /project
          6.3  | 'type':'milestone.reached','on':'2022-06-30','milestone':'started'                | invalid-event /project
          6.3  | 'type':'milestone.reached','on':'2022-06-30','milestone':'started','project':'别的学校'    | ok
          6.4  | 'type':'milestone.reached','on':'2022-06-30','milestone':'started','project':'马杭中心小学' | ok
          6.4  | 'type':'milestone.reached','on':'2022-06-30','milestone':'started','project':'别的学校'    | invalid-event /project
          99.9 | 'type':'progress.reported','asOf':'2022-06-30','value':0                          | unknown-target /target
          6.1  | 'type':'progress.reported','asOf':'2022-01-01','value':0                          | ok
          6.1  | 'type':'progress.reported','asOf':'2022-12-31','value':0                          | ok
          6.1  | 'type':'progress.reported','asOf':'2021-12-31','value':0                          | date-outside-plan /asOf
          6.1  | 'type':'progress.reported','asOf':'2023-01-01','value':0                          | date-outside-plan /asOf
          6.1  | 'type':'progress.added','on':'2023-01-01','amount':0                              | date-outside-plan /on
          6.2  | 'type':'milestone.reached','on':'2023-01-01','milestone':'started'                | date-outside-plan /on
          7.1  | 'type':'progress.reported','asOf':'2022-06-30','value':1,'part':'niutang'         | ok
          7.1  | 'type':'progress.added','on':'2022-06-30','amount':1,'part':'niutang'             | ok
          7.1  | 'type':'progress.reported','asOf':'2022-06-30','value':1,'part':'nowhere'         | unknown-target /part
          7.1  | 'type':'progress.added','on':'2022-06-30','amount':1,'part':'nowhere'             | unknown-target /part
          7.3  | 'type':'progress.reported','asOf':'2022-06-30','numerator':1,'denominator':2,'part':'niutang' | ok
          6.1  | 'type':'progress.reported','asOf':'2022-06-30','value':1,'part':'niutang'         | unknown-target /part
          26.1 | 'type':'progress.reported','asOf':'2022-06-30','value':1,'part':'niutang'         | wrong-kind-of-value /part
          1.1  | 'type':'progress.added','on':'2022-06-30','amount':1,'part':'niutang'             | unknown-target /part
          """)
  void onATarget(String target, String fields, String said) {
    assertThat(said(target, fields)).isEqualTo(said);
  }

  @ParameterizedTest(name = "{0} -> {1}, closed: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'type':'progress.reported','target':'320412-2022.6.1','asOf':'2022-06-30','value':1}           | ok | plan-closed
          {'type':'item.noted','item':'320412-2022.3','text':'x'}                                         | ok | plan-closed
          {'type':'item.noted','item':'320412-2022.3','text':'x','on':'2024-01-01'}                       | date-outside-plan /on | plan-closed
          {'type':'item.noted','item':'320412-2022.99','text':'x'}                                        | unknown-target /item | unknown-target /item
          {'type':'item.noted','item':'320412-2022.6.1','text':'x'}                                       | unknown-target /item | unknown-target /item
          {'type':'problem.opened','item':'320412-2022.3','problem':'p','text':'x','due':'2023-06-30'}    | ok | ok
          {'type':'problem.opened','item':'320412-2022.3','problem':'p','text':'x','due':'2024-01-01'}    | date-outside-plan /due | date-outside-plan /due
          {'type':'problem.opened','item':'320412-2022.3','problem':'p','text':'x','due':'2021-12-31'}    | date-outside-plan /due | date-outside-plan /due
          {'type':'problem.opened','item':'320412-2022.99','problem':'p','text':'x'}                      | unknown-target /item | unknown-target /item
          {'type':'problem.reopened','item':'320412-2022.3','problem':'p','due':'2099-01-01'}             | date-outside-plan /due | date-outside-plan /due
          {'type':'problem.rectified','item':'320412-2022.99','problem':'p'}                              | unknown-target /item | unknown-target /item
          {'type':'problem.verified','item':'320412-2022.3','problem':'p'}                                | ok | ok
          {'type':'event.voided','event':'e','reason':'x'}                                                | ok | plan-closed
          {'type':'report.verified','event':'e'}                                                          | ok | ok
          {'type':'report.disputed','event':'e','reason':'x'}                                             | ok | ok
          {'type':'report.explained','event':'e','text':'x'}                                              | ok | ok
          {'type':'item.accepted','item':'320412-2022.3','on':'2022-02-01'}                               | ok | plan-closed
          {'type':'item.accepted','item':'320412-2022.3'}                                                 | ok | plan-closed
          {'type':'item.accepted','item':'320412-2022.3','on':'2021-12-31'}                               | date-outside-plan /on | plan-closed
          {'type':'item.accepted','item':'320412-2022.99'}                                                | unknown-target /item | unknown-target /item
          {'type':'item.completed','item':'320412-2022.3','on':'2023-01-05'}                              | ok | plan-closed
          {'type':'item.completed','item':'320412-2022.3','on':'2024-01-01'}                              | date-outside-plan /on | plan-closed
          {'type':'item.reminded','item':'320412-2022.6','on':'2022-12-24','due':'2022-12-31'}            | ok | ok
          {'type':'item.reminded','item':'320412-2022.6','target':'320412-2022.6.1','on':'2022-12-24'}    | ok | ok
          {'type':'item.reminded','item':'320412-2022.6','target':'320412-2022.7.1','on':'2022-12-24'}    | unknown-target /target | unknown-target /target
          {'type':'item.urged','item':'320412-2022.6','target':'320412-2022.7.1','on':'2022-12-24'}       | unknown-target /target | unknown-target /target
          {'type':'item.urged','item':'320412-2022.6','on':'2021-12-31'}                                  | date-outside-plan /on | date-outside-plan /on
          {'type':'item.urged','item':'320412-2022.6','on':'2023-01-01','due':'2021-12-31'}               | date-outside-plan /due | date-outside-plan /due
          {'type':'item.confirmed','item':'320412-2022.6','on':'2023-01-10'}                              | ok | ok
          {'type':'item.confirmed','item':'320412-2022.6','on':'2021-12-31'}                              | date-outside-plan /on | date-outside-plan /on
          {'type':'item.returned','item':'320412-2022.6','on':'2024-01-01','text':'x'}                    | date-outside-plan /on | date-outside-plan /on
          {'type':'item.returned','item':'320412-2022.99','text':'x'}                                     | unknown-target /item | unknown-target /item
          {'type':'appraisal.given','plan':'320412-2022','score':92.5}                                    | ok | ok
          {'type':'appraisal.given','plan':'320412-2021','score':92.5}                                    | unknown-target /plan | unknown-target /plan
          """)
  void onAnItemOrAnEvent(String event, String whileOpen, String onceClosed) {
    ProgressEvent read = Said.event(event);
    assertThat(PlanRules.refusal(read, OPEN).map(Said::of).orElse("ok")).isEqualTo(whileOpen);
    assertThat(PlanRules.refusal(read, CLOSED).map(Said::of).orElse("ok")).isEqualTo(onceClosed);
  }

  @Test
  void anUnknownPartIsAnsweredWithThoseThatThereAre() {
    ProgressEvent event =
        Said.event(
            "{'type':'progress.added','target':'320412-2022.7.1','on':'2022-06-30','amount':1,'part':'x'}");
    assertThat(PlanRules.refusal(event, OPEN).orElseThrow().detail().en())
        .isEqualTo("The target has no such part; it has: niutang, mahang.");
  }

  @Test
  void whoComesTooLateHearsWhereACorrectionGoes() {
    ProgressEvent late =
        Said.event(
            "{'type':'progress.added','target':'320412-2022.7.1','on':'2022-06-30','amount':1}");
    assertThat(PlanRules.refusal(late, CLOSED).orElseThrow().detail().zh())
        .isEqualTo("计划 320412-2022 已办结，不再接收进展；更正请写入该年度总结的说明，或列入下一年度计划。");
  }

  private static String said(String target, String fields) {
    ProgressEvent event = Said.event("{'target':'320412-2022.%s',%s}".formatted(target, fields));
    return PlanRules.refusal(event, OPEN).map(Said::of).orElse("ok");
  }

  private static String expected(String cell) {
    return switch (cell) {
      case "ok" -> "ok";
      case "type" -> WRONG_TYPE;
      default -> "wrong-kind-of-value " + cell;
    };
  }
}
