package duban.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import duban.system.Client;
import duban.system.RunningSystem;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A plan that no document stands behind: written, published, amended with a reason, on the pages
 * alone.
 */
@Tag("browser")
class PlanByHandTest {

  private static final String DISTRICT = "320402";
  private static final String PLAN = DISTRICT + "-2022";

  private static RunningSystem system;

  @BeforeAll
  static void start() {
    Chromium.shared();
    system = RunningSystem.shared();
  }

  @Test
  void aPlanIsWrittenPublishedAndAmendedByHand() {
    try (Visit planner = visit("district-planner", DISTRICT);
        Visit officer = visit("city-admin")) {
      write(planner.go("/plans"));
      publish(officer.go("/review/" + PLAN), "");
      amend(planner.go("/review/" + PLAN));
      publish(officer.go("/review/" + PLAN), "年中调整");

      assertThat(planner.faults()).isEmpty();
      assertThat(officer.faults()).isEmpty();
    }
    theAmendmentSaysWhatChangedAndWhy();
  }

  private static void write(Page page) {
    button(page, "直接编写").click();
    page.locator("dialog[open] button[type=submit]").click();
    page.waitForURL(Pattern.compile(".*/review/" + PLAN + ".*"));
    assertThat(page.locator("h1")).containsText("天宁区2022年教育工作要点");

    button(page, "添加部分").click();
    title(page, "扩大资源供给");
    button(page, "添加工作项").click();
    title(page, "学校建设");
    addTarget(page, "新增学位", "1200", "个");
    addTarget(page, "智慧教室", "20", "个");
  }

  private static void amend(Page page) {
    Locator seats = page.locator("li:has-text('" + PLAN + ".1.1')");
    button(seats, "修改").click();
    page.locator("[data-field=value]").fill("1500");
    button(page, "保存修改").click();
    assertThat(seats).containsText("1,500");
    assertThat(seats).containsText("有调整");

    button(page.locator("li:has-text('" + PLAN + ".1.2')"), "撤销").click();
    page.locator("dialog[open] button[type=submit]").click();
    assertThat(page.locator("section[aria-labelledby=droppedTitle]")).containsText("智慧教室");

    addTarget(page, "骨干教师", "80", "名");
    assertThat(page.locator("li:has-text('" + PLAN + ".1.3')")).containsText("新增");
  }

  private static void publish(Page page, String reason) {
    button(page, "发布计划").click();
    Locator dialog = page.locator("dialog[open]");
    dialog.locator("textarea").fill(reason);
    dialog.locator("button[type=submit]").click();
    assertThat(dialog).isHidden();
    assertThat(page.locator("main")).containsText("已发布");
  }

  private static void addTarget(Page page, String title, String value, String unit) {
    button(page, "添加目标").click();
    page.locator("[data-field=title]").fill(title);
    page.locator("[data-field=value]").fill(value);
    page.locator("[data-field=unit]").fill(unit);
    page.locator("main form button[type=submit]").click();
    assertThat(page.locator("[data-field=title]")).hasCount(0);
    assertThat(page.locator("article")).containsText(title);
  }

  private static void title(Page page, String words) {
    Locator dialog = page.locator("dialog[open]");
    dialog.locator("input[lang=zh-CN]").fill(words);
    dialog.locator("button[type=submit]").click();
    assertThat(dialog).isHidden();
    assertThat(page.locator("main")).containsText(words);
  }

  private static void theAmendmentSaysWhatChangedAndWhy() {
    Client viewer = new Client(system, system.token("city-viewer"));
    JsonNode told = viewer.get("/api/v1/plans/" + PLAN + "/revisions/2/changes").body();
    JsonNode targets = told.path("changes").path("targets");
    assertThat(told.path("reason").asText()).isEqualTo("年中调整");
    assertThat(targets.path("changed").findValuesAsText("target"))
        .isEqualTo(List.of(PLAN + ".1.1"));
    assertThat(targets.path("dropped").findValuesAsText("target"))
        .isEqualTo(List.of(PLAN + ".1.2"));
    assertThat(targets.path("added").findValuesAsText("target")).isEqualTo(List.of(PLAN + ".1.3"));
  }

  private static Locator button(Page page, String words) {
    return button(page.locator("main"), words);
  }

  private static Locator button(Locator part, String words) {
    return part.locator("button:has-text('" + words + "')").first();
  }

  private static Visit visit(String role, String... districts) {
    return Visit.of(system, Language.ZH, Visit.DESK, role, districts);
  }
}
