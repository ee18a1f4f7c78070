package duban.document.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifiedTest {

  @ParameterizedTest
  @CsvSource({
    "皇后以後, 皇后以后",
    "里程裏面裡面, 里程里面里面",
    "乾淨餅乾幹部干涉乾坤, 干净饼干干部干涉乾坤",
    "發展頭髮, 发展头发",
    "只有一隻, 只有一只",
    "於是于氏, 于是于氏",
    "範圍典範范姓, 范围典范范姓",
    "麵粉面積, 面粉面积",
    "台灣臺階檯燈颱風, 台湾台阶台灯台风",
    "覆蓋率答覆反覆覆核, 覆盖率答复反复覆核",
    "著名學者著作, 著名学者著作",
    "瞭望瞭解, 瞭望了解",
    "準備批准, 准备批准",
    "計劃計畫, 计划计划",
    "係統關係聯繫, 系统关系联系",
    "製造制度, 制造制度",
    "複習重複恢復, 复习重复恢复",
    "徵求特徵象徵, 征求特征象征",
    "週期周年, 周期周年",
    "鐘樓鍾情, 钟楼钟情",
    "餘額剩餘, 余额剩余",
    "新增學位不少於1.2萬個, 新增学位不少于1.2万个",
  })
  void aCharacterMayHangOnItsWord(String traditional, String simplified) {
    assertThat(Simplified.of(traditional)).isEqualTo(simplified);
  }

  @ParameterizedTest
  @CsvSource({"全覆盖，著名，乾坤，瞭望，皇后，里程，面积，干部，于是，只有，台账，准备，余额，慰藉", "新增学位720个 abc ① ㎡ 𠮷", "''"})
  void simplifiedTextIsTheSameObject(String text) {
    assertThat(Simplified.of(text)).isSameAs(text);
  }

  @Test
  void everyPlaceStaysWhereItWas() {
    StringBuilder all = new StringBuilder();
    for (char c = '\u2E80'; c < '\uFFFF'; c++) {
      all.append(c).append(c % 7 == 0 ? "\n" : "");
    }
    String simplified = Simplified.of(all.toString());
    assertThat(simplified).hasSameSizeAs(all);
    for (int i = 0; i < all.length(); i++) {
      assertThat(simplified.charAt(i) == '\n').isEqualTo(all.charAt(i) == '\n');
    }
  }

  @Test
  void aThousandPagesTakeASecondOrTwo() {
    String page = "全縣教育工作以提升質量為主線，新建幼兒園兩所，新增學位七百二十個。\n".repeat(30_000);
    long start = System.nanoTime();
    Simplified.of(page);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void tellsTheScript() {
    assertThat(Simplified.isTraditional("新增學位不少於七百個")).isTrue();
    assertThat(Simplified.isTraditional("新增学位不少于七百个，乾坤湾小学扩建")).isFalse();
    assertThat(Simplified.isTraditional("2023")).isFalse();
  }
}
