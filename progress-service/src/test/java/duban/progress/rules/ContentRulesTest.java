package duban.progress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.problem.FieldProblem;
import duban.contracts.progress.ProgressEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRulesTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'value':0                                                  |
          'value':999999999999999.999999                             |
          'value':1.50000000                                         |
          'value':-1                                                 | /value
          'value':-0.000001                                          | /value
          'value':1000000000000000                                   | /value
          'value':0.0000001                                          | /value
          'value':1e15                                               | /value
          'value':1e14                                               |
          'numerator':0,'denominator':1                              |
          'numerator':7,'denominator':7                              |
          'numerator':8,'denominator':7                              | /numerator
          'numerator':0,'denominator':0                              | /denominator
          'numerator':-1,'denominator':7                             | /numerator
          'numerator':1,'denominator':-7                             | /denominator /numerator
          'numerator':1                                              | /denominator
          'denominator':1                                            | /numerator
          'value':1,'numerator':1,'denominator':1                    | /numerator
          'value':1,'denominator':1                                  | /denominator
          'note':'nothing but words'                                 | /value
          'value':1,'evidence':['a','']                              | /evidence/1
          """)
  void figuresOfAReport(String fields, String pointers) {
    ProgressEvent event =
        Said.event(
            "{'type':'progress.reported','target':'320412-2022.6.1','asOf':'2022-06-30',%s}"
                .formatted(fields));
    assertThat(Said.pointers(ContentRules.faults(event)))
        .isEqualTo(pointers == null ? "" : pointers);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'type':'progress.added','target':'t','on':'2022-01-01','amount':-3}                  | /amount
          {'type':'progress.added','target':' ','on':'2022-01-01','amount':3}                   | /target
          {'type':'milestone.reached','target':'t','on':'2022-01-01','milestone':'started','project':''} | /project
          {'type':'item.noted','item':'i'}                                                      | /text
          {'type':'item.noted','item':'i','percent':100.1}                                      | /percent
          {'type':'item.noted','item':'i','percent':-1}                                         | /percent
          {'type':'item.noted','item':'i','stage':''}                                           | /stage
          {'type':'problem.opened','item':'i','problem':'p 1','text':'x'}                       | /problem
          {'type':'problem.opened','item':'i','problem':'p1','text':''}                         | /text
          {'type':'problem.rectified','item':'i','problem':''}                                  | /problem
          {'type':'event.voided','event':'e 1','reason':''}                                     | /event /reason
          {'type':'report.disputed','event':'e1','reason':' '}                                  | /reason
          {'type':'report.explained','event':'e 1','text':' '}                                  | /event /text
          {'type':'progress.added','target':'t','on':'2022-01-01','amount':3,'part':' '}        | /part
          {'type':'item.accepted','item':' '}                                                   | /item
          {'type':'item.reminded','item':'i','target':'','on':'2022-01-01'}                     | /target
          {'type':'item.urged','item':'','on':'2022-01-01'}                                     | /item
          {'type':'item.completed','item':'i','evidence':['']}                                  | /evidence/0
          {'type':'item.returned','item':'i','text':''}                                         | /text
          {'type':'appraisal.given','plan':'p'}                                                 | /score
          {'type':'appraisal.given','plan':'p','score':100.1}                                   | /score
          {'type':'appraisal.given','plan':'','grade':' '}                                      | /plan /grade
          """)
  void whatEachTypeMustSay(String event, String pointers) {
    assertThat(Said.pointers(ContentRules.faults(Said.event(event)))).isEqualTo(pointers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'type':'progress.added','target':'t','on':'2022-01-01','amount':0}
          {'type':'milestone.reached','target':'t','on':'2022-01-01','milestone':'in-use'}
          {'type':'item.noted','item':'i','percent':100}
          {'type':'item.noted','item':'i','stage':'done','text':'x'}
          {'type':'problem.opened','item':'i','problem':'p1','text':'x','severity':'grave'}
          {'type':'problem.verified','item':'i','problem':'p1'}
          {'type':'problem.reopened','item':'i','problem':'p1','due':'2023-01-01'}
          {'type':'event.voided','event':'e1','reason':'x'}
          {'type':'report.verified','event':'e1'}
          """)
  void whatIsEnough(String event) {
    assertThat(ContentRules.faults(Said.event(event))).isEmpty();
  }

  @Test
  void textsHaveALength() {
    String longest = "字".repeat(ContentRules.NOTE);
    assertThat(noted(longest, List.of())).isEmpty();
    assertThat(Said.pointers(noted(longest + "字", List.of()))).isEqualTo("/note");
  }

  @Test
  void charactersOutsideThePlaneCountOnce() {
    assertThat(noted("𠮷".repeat(ContentRules.NOTE), List.of())).isEmpty();
  }

  @Test
  void evidenceHasANumberAndALength() {
    List<String> most = Collections.nCopies(ContentRules.EVIDENCE, "e");
    assertThat(noted(null, most)).isEmpty();
    assertThat(Said.pointers(noted(null, Collections.nCopies(ContentRules.EVIDENCE + 1, "e"))))
        .isEqualTo("/evidence");
    String tooLong = "e".repeat(ContentRules.EVIDENCE_LENGTH + 1);
    assertThat(Said.pointers(noted(null, List.of("e", tooLong)))).isEqualTo("/evidence/1");
  }

  @Test
  void aFigureOfAbsurdScaleIsRefusedWithoutBeingWrittenOut() {
    assertThat(Figure.fits(new BigDecimal("1e2147483647"))).isFalse();
    assertThat(Figure.fits(new BigDecimal("1e-2147483647"))).isFalse();
    assertThat(Figure.fits(new BigDecimal("0e-2147483647"))).isTrue();
  }

  private static List<FieldProblem> noted(String note, List<String> evidence) {
    return ContentRules.faults(
        new ProgressEvent.ProgressAdded("320412-2022.6.1", DAY, BigDecimal.ONE, note, evidence));
  }
}
