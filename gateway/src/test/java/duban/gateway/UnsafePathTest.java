package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that two programs may read differently, sent as they are. */
@QuarkusTest
class UnsafePathTest extends AtTheDoor {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/districts;x=1",
        "/api/v1/districts;/320412/events",
        "/api/v1//districts",
        "//api/v1/districts",
        "/api/v1/districts/320412%2fevents",
        "/api/v1/districts/320412%2Fevents",
        "/api/v1/districts%3bx=1",
        "/api/v1/districts%3Bx=1",
        "/api/v1/%2e%2e/q/metrics",
        "/api/v1/%2E%2E/q/metrics",
        "/api/v1/.%2e/x",
        "/api/v1/districts%5cevents",
        "/api/v1/districts%5Cevents",
        "/api/v1/districts\\events",
        "/api/v1/../q/metrics",
        "/api/v1/./districts",
        "/api/v1/districts/.",
        "/api/v1/districts/..",
        "/api/v1/a..b",
        "/api/v1/districts%00",
        "/api/v1/districts%0d%0aX:%20y",
        "/api/v1/districts%7f",
        "/api/v1/districts%252fevents",
        "/api/v1/districts%3f",
        "/api/v1/districts%23",
        "/api/v1/districts%",
        "/api/v1/districts%2",
        "/api/v1/districts%zz",
        "/api/v1/districts\u0001",
        "/api/v1/districts\u007f",
        "/api/v1/\u00e5\u00b8\u00b8",
        "/api/v1/districts\u00a0",
        "/api/v1/<districts>",
        "/api/v1/rollups?scope=320412;scope=320500",
        "/api/v1/rollups?scope=320412%0a",
        "/api/v1/rollups?scope=\u00e5",
        "/api/v1/rollups?scope=32%4",
        "/api/v1/rollups#x",
        "/;/",
        "http://duban/api/v1/districts",
        "*",
        "api/v1/districts",
      })
  void isRefusedBeforeAnybodyReadsIt(String target) throws IOException {
    PlayedServices.SEEN.clear();

    RawHttp.Answer answer = getAs(Tokens.mint("city-admin", "320000"), target);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.body()).contains("/problems/unsafe-path");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(PlayedServices.SEEN).isEmpty();
  }

  /** These never become a request: the server closes with a bare 400. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/dis\ttricts", "/api/v1/dis tricts", "/api/v1/dis\0tricts\n"})
  void isNoRequestAtAll(String target) throws IOException {
    PlayedServices.SEEN.clear();

    assertThat(getAs(Tokens.mint("city-admin", "320000"), target).status()).isEqualTo(400);

    assertThat(PlayedServices.SEEN).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/districts",
        "/api/v1/targets/320412-2022.6.1",
        "/api/v1/rollups?scope=320412&indicator=new%2Dseats",
        "/api/v1/rollups?scope=320412&note=a/../b//c%2f%3b",
        "/api/v1/indicators/%E5%B8%B8",
      })
  void isLetThroughWhenItReadsInOneWay(String target) throws IOException {
    assertThat(getAs(Tokens.mint("city-viewer", "320400"), target).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1",
        "/api/v1/",
        "/api/v1/nothing",
        "/api/v2/districts",
        "/api/v1/districts/320412/nothing",
        "/api/v1/districts/320412/events/extra",
        "/api/v1/plans/320412-2022/standing/extra",
        "/API/v1/districts",
        "/internal/plans",
        "/q/dev-ui",
        "/q/arc",
        "/application.properties",
        "/META-INF/resources/index.html",
        "/.git/config",
      })
  void anythingUnknownIsNotThere(String target) throws IOException {
    PlayedServices.SEEN.clear();

    RawHttp.Answer answer = getAs(Tokens.mint("city-admin", "320000"), target);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("/problems/not-found");
    assertThat(PlayedServices.SEEN).isEmpty();
  }
}
