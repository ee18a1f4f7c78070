package duban.document.source.web;

import static org.assertj.core.api.Assertions.assertThat;

import duban.document.source.reading.Allowance;
import duban.document.source.reading.Limits;
import duban.document.source.reading.Lines;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebPageTest {

  @ParameterizedTest
  @CsvSource({
    "<p>甲</p><p>乙</p>, 甲|乙",
    "<div>甲<div>乙</div>丙</div>, 甲|乙|丙",
    "甲<br>乙<br><br>丙, 甲|乙||丙",
    "<p>&emsp;&emsp;甲  <b>乙</b>\t丙</p>, \u2003\u2003甲 乙 丙",
    "<script>甲</script><style>乙</style><nav>丙</nav><p hidden>丁</p>戊, 戊",
    "<div style='DISPLAY: none'>甲<p>乙</p></div>丙, 丙",
    "<table><tr><th>甲</th><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>戊, 甲\t乙|丙\t丁|戊",
    "<table><tr><td><p>甲</p></td><td></td><td><p>乙</p><p>丙</p></td></tr></table>, 甲\t\t乙|丙",
    "<pre>甲  乙</pre>, 甲  乙",
    "<title>甲</title><body>乙, 乙",
    "<a href='http://localhost/x'>甲</a><img src='http://localhost/y'>, 甲",
  })
  void wordsStandInLinesAsABrowserBreaksThem(String html, String lines) {
    assertThat(read(html, StandardCharsets.UTF_8)).isEqualTo(lines.replace('|', '\n'));
  }

  @Test
  void aLineEndOfTheSourceIsNoBlankBetweenChineseCharacters() {
    assertThat(read("<p>新建幼\n  儿园 2 所\n800 个</p>", StandardCharsets.UTF_8))
        .isEqualTo("新建幼儿园 2 所 800 个");
  }

  @ParameterizedTest
  @CsvSource({"gb2312, GB18030", "gbk, GBK", "utf-8, UTF-8", "big5, Big5"})
  void thePageNamesItsCharacterSet(String named, String written) {
    String page = "<html><head><meta charset=" + named + "></head><body><p>中小學名單</p></body>";
    assertThat(read(page, Charset.forName(written))).isEqualTo("中小學名單");
  }

  @Test
  void deepNestingIsRead() {
    assertThat(read("<div>".repeat(100_000) + "甲", StandardCharsets.UTF_8)).contains("甲");
  }

  private static String read(String html, Charset charset) {
    Lines lines = new Lines(1000);
    try {
      new WebPage().read(html.getBytes(charset), lines, new Allowance(Limits.STANDARD));
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    return lines.toString().stripTrailing();
  }
}
