package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageTest extends AtTheDoor {

  private static final Pattern LINK =
      Pattern.compile("(?:src|href|from|import)[= (]?['\"`]([^'\"`#?]+)");
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");
  private static final Pattern OUTSIDE =
      Pattern.compile("(?:https?:)?//(?!www\\.w3\\.org/)[a-z0-9.-]+\\.[a-z]{2,}");

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/target/320412-2022.6.1", "/review/320412-2022", "/docs/index.html"})
  void aPageIsWholeAndNothingInItIsInlineOrFromOutside(String page) throws IOException {
    Set<String> seen = new HashSet<>();
    Deque<String> ahead = new ArrayDeque<>(Set.of(page));
    while (!ahead.isEmpty()) {
      String path = ahead.pop();
      if (seen.add(path)) {
        RawHttp.Answer answer = get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.header("content-type")).as(path).contains(type(path));
        boolean isDocument = type(path).equals("html");
        if (!isLibrary(path)) {
          assertThat(answer.body()).as(path).doesNotContainPattern(OUTSIDE);
        }
        if (!path.startsWith("/docs/ui/")) {
          assertThat(isDocument ? answer.body() : "").as(path).doesNotContainPattern(INLINE);
          links(path, answer.body()).forEach(ahead::push);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/app/icon.svg", "/docs", "/openapi", "/q/health", "/nothing", "/a;b", "*"})
  void everyAnswerTellsTheBrowserWhatNotToDo(String target) throws IOException {
    RawHttp.Answer answer = get(target);

    assertThat(answer.header("content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "http");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("cache-control"))
        .isEqualTo(target.equals("/") ? "no-cache" : "no-store");
  }

  @Test
  void aForwardedAnswerTellsItOnce() throws IOException {
    try (RawHttp http = new RawHttp(port())) {
      http.write(RawHttp.get("/api/v1/today", bearer(Tokens.mint("city-viewer", "320400"))));
      StringBuilder lines = new StringBuilder();
      for (String line = http.line(); !line.isEmpty(); line = http.line()) {
        lines.append(line.toLowerCase(Locale.ROOT)).append('\n');
      }
      assertThat(lines)
          .containsOnlyOnce("x-content-type-options")
          .containsOnlyOnce("cache-control");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/ui", "/docs/ui/index.html"})
  void theDocumentationHasOneAddress(String target) throws IOException {
    assertThat(get(target).header("location")).isEqualTo("/docs/index.html");
  }

  @ParameterizedTest
  @CsvSource({
    "/review.html, /plans",
    "/review.html?plan=320412-2022, /review/320412-2022",
    "/review.html?plan=320412-2022&plan=x, /review/320412-2022",
    "/review.html?plan=, /plans",
    "/review.html?plan=320412-2022/../../api, /plans",
    "/review.html?plan=//elsewhere.example, /plans"
  })
  void aLinkToTheReviewsOldPageLeadsToItsRoom(String link, String room) throws IOException {
    RawHttp.Answer answer = get(link);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).isEqualTo(room);
  }

  private static Set<String> links(String from, String body) {
    Set<String> links = new HashSet<>();
    LINK.matcher(body)
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceFirst(".*['\"`]", ""))
        .filter(link -> link.startsWith("/") || link.startsWith("."))
        .forEach(link -> links.add(URI.create(from).resolve(link).toString()));
    links.remove("/docs");
    return links;
  }

  /**
   * What is bundled names the addresses of its makers in its words; the policy keeps it from them.
   */
  private static boolean isLibrary(String path) {
    return path.startsWith("/docs/ui/") || path.startsWith("/assets/");
  }

  private static String type(String path) {
    return path.endsWith(".js")
        ? "javascript"
        : path.endsWith(".css") ? "css" : path.endsWith(".svg") ? "svg" : "html";
  }
}
