package duban.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import duban.system.RunningSystem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A year's work by hand: document, review, publication, report, check, bulletin; by those who do
 * each.
 */
@Tag("browser")
class JourneyTest {

  private static final String DISTRICT = "320404";
  private static final String PLAN = "320404-2022";
  private static final String DOCUMENT =
      """
      某区2022年教育工作要点

      一、扩大资源供给
      1.加快学校建设。新增学位 1200 个，建设智慧教室20个。
      """;

  private static RunningSystem system;

  @BeforeAll
  static void start() {
    Chromium.shared();
    system = RunningSystem.shared();
  }

  @Test
  void aDocumentBecomesAPlanAReportAndALineOfTheBulletin() {
    try (Visit planner = visit("district-planner", DISTRICT);
        Visit officer = visit("city-admin");
        Visit clerk = visit("district-reporter", DISTRICT)) {
      handInAndAccept(planner);
      publish(officer);
      String target = report(clerk);
      verify(officer, target);
      issue(officer);
      for (Visit visit : List.of(planner, officer, clerk)) {
        assertThat(visit.faults()).isEmpty();
      }
    }
  }

  private static void handInAndAccept(Visit planner) {
    Page page = planner.go("/plans");
    byte[] words = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("plan-2022.txt", "text/plain", words));
    page.locator("form:has(input[type=file]) button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*/review/" + PLAN + ".*"));

    button(page, "批量接受").click();
    Locator dialog = page.locator("dialog[open]");
    dialog.locator("select").first().selectOption("0");
    dialog.locator("input[type=checkbox]").first().uncheck();
    dialog.locator("button[type=submit]").click();
    assertThat(dialog).isHidden();
    assertThat(page.locator(".tally")).containsText("0 待定");
  }

  private static void publish(Visit officer) {
    Page page = officer.go("/review/" + PLAN);
    button(page, "发布计划").click();
    page.locator("dialog[open] button[type=submit]").click();
    assertThat(page.locator("dialog[open]")).isHidden();
    assertThat(page.locator("main")).containsText("已发布");
  }

  /** Answers the target that was reported on. */
  private static String report(Visit clerk) {
    Page page = clerk.go("/report");
    page.locator("main a[href*='/report/" + PLAN + "']").first().click();
    page.waitForURL(Pattern.compile(".*/report/" + PLAN + ".*"));
    page.getByLabel(Pattern.compile("^累计完成")).last().fill("18");
    page.locator("main form button[type=submit]").click();
    assertThat(page.locator("main")).containsText("progress/" + DISTRICT);
    return page.url().replaceFirst(".*/report/([^?]+).*", "$1");
  }

  private static void verify(Visit officer, String target) {
    Page page = officer.go("/target/" + target);
    button(page, "核实").click();
    page.locator("dialog[open] button[type=submit]").click();
    assertThat(page.locator("dialog[open]")).isHidden();
    assertThat(page.locator("section[aria-labelledby=eventsTitle]")).containsText("已核实");
  }

  private static void issue(Visit officer) {
    Page page = officer.go("/bulletins/" + DISTRICT + "/2022-06");
    button(page, "印发").click();
    page.locator("dialog[open] button[type=submit]").click();
    assertThat(page.locator("dialog[open]")).isHidden();
    button(page, "核验").click();
    assertThat(page.locator("main")).containsText("✓");
  }

  private static Locator button(Page page, String words) {
    return page.locator("main button:has-text('" + words + "')").first();
  }

  private static Visit visit(String role, String... districts) {
    return Visit.of(system, Language.ZH, Visit.DESK, role, districts);
  }
}
