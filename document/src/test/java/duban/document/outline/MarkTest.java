package duban.document.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers in front of headings, in every habit; the words as they are after folding. */
class MarkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          第一部分2022年工作总结 | PART 1 第一部分
          第二章：重点任务 | PART 2 第二章
          一、加强领导 | CHINESE 1 一
          十二、加强领导 | CHINESE 12 十二
          四.多措并举 | CHINESE 4 四
          （三）强化保障 | CHINESE_BRACKETED 3 （三）
          （十一）、强化保障 | CHINESE_BRACKETED 11 （十一）
          1.强化党建 | ARABIC 1 1
          26、筑牢防线 | ARABIC 26 26
          （1）深化改革 | ARABIC_BRACKETED 1 （1）
          2）深化改革 | ARABIC_BRACKETED 2 2）
          ③抓落实 | CIRCLED 3 ③
          ⑵抓落实 | ARABIC_BRACKETED 2 ⑵
          一是抓培训 | SPOKEN 1 一
          """)
  void isRead(String words, String mark) {
    assertThat(Mark.at(words))
        .map(found -> found.style() + " " + found.number() + " " + found.label())
        .hasValue(mark);
  }

  @ParameterizedTest
  @CsvSource({"2022年工作要点", "1.5亿元投入", "3.0行动全面展开", "一校一品深入推进", "一是一二是二", "三年行动收官", "加强领导"})
  void isNotSeenWhereThereIsNone(String words) {
    assertThat(Mark.at(words)).isEmpty();
  }
}
