package duban.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import duban.system.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every page in both languages: it is drawn, nothing in it fails or asks another host, nobody is
 * kept out by how it is made; on a phone nothing is cut off. Each is kept as a picture.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

  private static final Path PICTURES = Path.of(System.getProperty("duban.screenshots"));

  /** The name of a word where the word itself should stand. */
  private static final Pattern UNSAID = Pattern.compile("(?m)^[a-z][A-Za-z]*(\\.[a-z][A-Za-z]*)+$");

  private static final String WIDER_THAN_THE_WINDOW =
      "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth";

  private static final String NEXT_PLAN = "320412-2023";

  /** Invented, for the year after the sample's. */
  private static final String DOCUMENT =
      """
      武进区2023年教育工作要点

      一、优化资源供给
      1.加快学校建设。新建、改扩建学校6所，新增学位3600个，8月底前投入使用。
      2.提升办学条件。建设智慧教室120个，公办园占比达到76%以上。

      二、建强教师队伍
      3.补充教师。招聘教师420名，其中研究生约90名。
      4.培养骨干。评选区级骨干教师300名，教师交流比例不低于15%。
      5.严格规范管理。切实减轻师生负担，义务教育学校课后服务覆盖率达到100%。
      """;

  record Room(String name, String path) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Room> ROOMS =
      List.of(
          new Room("overview", "/"),
          new Room("overview-31-march", "/?asOf=2022-03-31"),
          new Room("district", "/district/320412"),
          new Room("plan", "/plan/320412-2022"),
          new Room("target", "/target/320412-2022.6.1"),
          new Room("indicator", "/indicator/new-seats"),
          new Room("problems", "/problems"),
          new Room("reports-due", "/discipline"),
          new Room("report", "/report"),
          new Room("report-target", "/report/320412-2022.6.1"),
          new Room("bulletins", "/bulletins"),
          new Room("bulletin", "/bulletins/320400/2022-05"),
          new Room("summary", "/bulletins/320400/2022"),
          new Room("plans", "/plans"),
          new Room("review", "/review/" + NEXT_PLAN),
          new Room("plan-by-hand", "/review/320481-2022"),
          new Room("comparison", "/review/" + NEXT_PLAN + "?tab=comparison"),
          new Room("catalogue", "/catalogue"),
          new Room("settings", "/settings"),
          new Room("operations", "/operations"),
          new Room("wall", "/wall"),
          new Room("wall-indicators", "/wall?slides=2"),
          new Room("wall-supervision", "/wall?slides=3"),
          new Room("wall-today", "/wall?slides=4"));

  private Visit chinese;
  private Visit english;
  private Visit phone;

  @BeforeAll
  void signIn() {
    Chromium.shared();
    RunningSystem system = RunningSystem.shared();
    chinese = Visit.of(system, Language.ZH, Visit.DESK, "city-admin");
    english = Visit.of(system, Language.EN, Visit.DESK, "city-admin");
    phone = Visit.of(system, Language.ZH, Visit.PHONE, "city-admin");
    handIn(system);
  }

  /** What the review is of: a draft that nobody has decided on yet. */
  private void handIn(RunningSystem system) {
    byte[] words = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    FormData form =
        FormData.create()
            .set("district", "320412")
            .set("year", 2023)
            .set("file", new FilePayload("plan-2023.txt", "text/plain", words));
    APIResponse answer =
        chinese
            .page()
            .request()
            .post(
                system.at("/api/v1/plans/import").toString(),
                RequestOptions.create()
                    .setMultipart(form)
                    .setHeader("Authorization", "Bearer " + system.token("city-admin")));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @AfterAll
  void leave() {
    List.of(chinese, english, phone).forEach(Visit::close);
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void isDrawnInChinese(Room room) {
    isDrawn(room, chinese, Language.ZH);
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void isDrawnInEnglish(Room room) {
    isDrawn(room, english, Language.EN);
  }

  private static void isDrawn(Room room, Visit visit, Language language) {
    visit.faults().clear();
    Page page = visit.go(room.path());

    assertThat(page.locator("h1").first().innerText()).isNotBlank();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.tag());
    assertThat(UNSAID.matcher(page.locator("body").innerText()).results().map(r -> r.group()))
        .as("words that were not said")
        .isEmpty();
    picture(page, room.name() + "." + language.word());
    assertThat(serious(page)).as("what keeps people out").isEmpty();
    assertThat(visit.faults()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void fitsAPhone(Room room) {
    phone.faults().clear();
    Page page = phone.go(room.path());

    picture(page, room.name() + ".phone");
    assertThat(page.evaluate(WIDER_THAN_THE_WINDOW)).as("pixels beyond the window").isEqualTo(0);
    assertThat(phone.faults()).isEmpty();
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(false));
  }

  private static List<String> serious(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(PagesTest::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " at "
        + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).toList();
  }
}
