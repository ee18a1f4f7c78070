package duban.document.source.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  private static final String WORDS = "新建幼儿园２所，新增学位720个，镕基䶮㑇。";
  private static final String TRADITIONAL = "二、全縣教育工作要點：新建幼兒園兩所，新增學位七百二十個，教師培訓覆蓋率達到百分之百。";

  @ParameterizedTest
  @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "GB18030, ''"})
  void findsTheCharacterSet(String charset, String mark) {
    byte[] bytes = (mark + WORDS).getBytes(Charset.forName(charset));
    assertThat(PlainText.decode(bytes, null)).contains(mark + WORDS);
  }

  @Test
  void bigFiveIsNotTakenForGb18030() {
    byte[] bytes = TRADITIONAL.repeat(5).getBytes(Charset.forName("Big5"));
    assertThat(PlainText.decode(bytes, null)).contains(TRADITIONAL.repeat(5));
  }

  @Test
  void wellFormedUtf8CountsMoreThanTheNameOfAnotherSet() {
    byte[] bytes = WORDS.getBytes(StandardCharsets.UTF_8);
    assertThat(PlainText.decode(bytes, PlainText.named("gb2312"))).contains(WORDS);
  }

  @Test
  void aCharacterCutOffAtTheEndIsLeftOut() {
    byte[] bytes = "学位".getBytes(StandardCharsets.UTF_8);
    assertThat(PlainText.decode(Arrays.copyOf(bytes, 5), null)).contains("学");
  }

  @Test
  void gbkByAnyNameIsGb18030() {
    assertThat(PlainText.named("gbk")).isEqualTo(Charset.forName("GB18030"));
    assertThat(PlainText.named("GB2312")).isEqualTo(Charset.forName("GB18030"));
    assertThat(PlainText.named("no such set")).isNull();
  }

  @Test
  void randomBytesAreNoText() {
    byte[] bytes = new byte[4096];
    new Random(1).nextBytes(bytes);
    assertThat(PlainText.decode(bytes, null)).isEmpty();
  }
}
