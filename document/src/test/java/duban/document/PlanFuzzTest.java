package duban.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import duban.document.source.Format;
import duban.document.source.SourceText;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads plans of any words: there is always a reading, in time, and it points into the text. Each
 * byte of the fuzzer's is a word, since bytes of characters would seldom be any.
 */
class PlanFuzzTest {

  private static final Duration TIME = Duration.ofSeconds(5);

  private static final String[] WORDS =
      """
      一、|二、|十、|（一）|（二）|(3)|1.|2．|3、|①|②|第一章|第二节|一是|二是|附件：|目录|……|\n|\n\n| |\t|　|，|。|；|：|“|”|《|》\
      |-|—|~|至|到|/|0|1|2|9|00|12|720|3.5|1,200|１２|99999999999999999999|0.000001|〇|一|两|十|百|千|万|亿|几|数十|余|多\
      |个|所|名|元|万元|亿元|%|％|‰|百分之|个百分点|人次|平方米|学位|幼儿园|小学|教师|覆盖率|入园率|新建|新增|完成|投入|培训|开展\
      |竣工|不少于|不低于|超过|超|控制在|以内|以上|以下|左右|约|力争|达到|达|提高|降低|同比|翻一番|全覆盖|每月|每学期|一次|各\
      |2023年|2022|年底|6月|底前|13月|2月30日|上半年|截至|全年|已|将|其中|分别|等|和|、|示例县教育局|工作要点|2023年2月8日\
      |新增學位|不少於|\uD842|\uDFB7|😀|\u0000|\uFFFD|\u200B|²|㎡|½|Ⅳ|㈠|⒈|a|kg|$|\\\
      """
          .split("\\|");

  /** Tables and classes are loaded with the first reading; what is timed is reading. */
  @BeforeAll
  static void readOnce() {
    PlanReader.read(new SourceText("一、新增學位720个。", Format.TXT), 2023);
  }

  static Stream<byte[]> texts() {
    return new Random(2023).ints(20).mapToObj(PlanFuzzTest::text);
  }

  private static byte[] text(int seed) {
    byte[] words = new byte[200];
    new Random(seed).nextBytes(words);
    return words;
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = "25s")
  void anyWords(byte[] words) {
    StringBuilder text = new StringBuilder();
    for (byte word : words) {
      text.append(WORDS[(word & 0xFF) % WORDS.length]);
    }
    check(new SourceText(text.toString(), Format.TXT));
  }

  private static void check(SourceText source) {
    long start = System.nanoTime();
    PlanReading reading = PlanReader.read(source, 2023);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME);
    reading
        .targets()
        .forEach(target -> assertThat(target.span().of(source.text())).isEqualTo(target.quote()));
    ReadingJson.of(reading, "plan.txt", source.format());
  }
}
