package duban.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class IdentityTest extends AtTheDoor {

  private static final String OWN = "/api/v1/districts/320412/ledger";

  static Stream<Arguments> badTokens() throws Exception {
    String good = Tokens.mint("city-admin", "320000");
    String[] parts = good.split("\\.", 3);
    return Stream.of(
        arguments("empty", ""),
        arguments("no token at all", "nonsense"),
        arguments("expired", Tokens.expired("city-admin", "320000")),
        arguments("another key", Tokens.forged("city-admin", "320000")),
        arguments("another issuer", Tokens.fromElsewhere("city-admin", "320000")),
        arguments("alg none", unsigned(parts[1])),
        arguments("alg none, old signature", unsigned(parts[1]) + parts[2]),
        arguments("HS256 with the public key as secret", confused(parts[1])),
        arguments("claims changed", parts[0] + "." + widened(parts[1]) + "." + parts[2]),
        arguments("signature cut", good.substring(0, good.length() - 8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void aBadTokenOpensNothing(String what, String token) throws IOException {
    PlayedServices.SEEN.clear();

    RawHttp.Answer answer = getAs(token, OWN);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    assertThat(answer.body()).contains("/problems/unauthenticated");
    assertThat(PlayedServices.SEEN).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyPath")
  void nothingOfTheApiIsOpen(String method, String path) throws IOException {
    PlayedServices.SEEN.clear();

    RawHttp.Answer answer = RawHttp.send(port(), RawHttp.head(method, path) + "\r\n");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(PlayedServices.SEEN).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/q/metrics", "/q/metrics/", "/q/metrics?x=1"})
  void theMetersAreTheBureausAlone(String path) throws IOException {
    RawHttp.Answer open = get(path);
    assertThat(open.status()).isEqualTo(401);
    assertThat(open.header("www-authenticate")).startsWith("Bearer");
    assertThat(open.body()).contains("/problems/unauthenticated").doesNotContain("duban_gateway");

    RawHttp.Answer viewers = getAs(Tokens.mint("city-viewer", "320000"), path);
    assertThat(viewers.status()).isEqualTo(403);
    assertThat(viewers.body()).contains("/problems/forbidden").doesNotContain("duban_gateway");

    assertThat(meters()).contains("duban_gateway_requests");
  }

  @Test
  void howTheGatewayRunsIsTheBureausAlone() throws IOException {
    String path = "/api/v1/operations/gateway";
    assertThat(get(path).status()).isEqualTo(401);
    assertThat(getAs(Tokens.mint("city-viewer", "320000"), path).status()).isEqualTo(403);

    RawHttp.Answer answer = getAs(Tokens.mint("city-admin", "320400"), path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"service\":\"gateway\"", "\"requests\":", "\"streams\":");
  }

  static Stream<Arguments> everyPath() {
    return duban.gateway.route.ApiTable.ROUTES.stream()
        .map(route ->
            arguments(route.method().name(), route.template().replaceAll("\\{.*?}", "320412")));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          district-viewer,  320412, GET,  /api/v1/districts/320412/ledger,                 200
          district-viewer,  320412, GET,  /api/v1/districts/320481/ledger,                 403
          district-viewer,  320412, GET,  /api/v1/districts/320400/ledger,                 403
          district-viewer,  320412, GET,  /api/v1/districts/%33%32%30481/ledger,           403
          city-viewer,      320400, GET,  /api/v1/districts/320481/ledger,                 200
          city-viewer,      320400, GET,  /api/v1/districts/320506/ledger,                 403
          city-viewer,      320400, GET,  /api/v1/rollups?scope=320400,                    200
          city-viewer,      320400, GET,  /api/v1/rollups?scope=320000,                    403
          city-viewer,      320400, GET,  /api/v1/rollups?scope=320400&scope=320500,       403
          city-viewer,      320400, GET,  /api/v1/rollups?sco%70e=320500,                  403
          city-viewer,      320400, GET,  /api/v1/events/latest?scope=320506,              403
          district-viewer,  320412, GET,  /api/v1/plans?district=320481,                   403
          district-viewer,  320412, GET,  /api/v1/plans/320481-2022,                       403
          district-viewer,  320412, GET,  /api/v1/plans/320412-2022/standing,              200
          district-viewer,  320412, GET,  /api/v1/targets/320481-2022.1.1,                 403
          district-viewer,  320412, GET,  /api/v1/targets/nonsense,                        403
          district-viewer,  320412, GET,  /api/v1/targets/320481-2022.1.1/line,            403
          district-viewer,  320412, GET,  /api/v1/items/320412-2022.6,                     200
          district-viewer,  320412, GET,  /api/v1/items/320481-2022.6,                     403
          district-viewer,  320412, GET,  /api/v1/districts/320481/evidence/sha256:0a,     403
          district-viewer,  320412, POST, /api/v1/districts/320412/evidence,               403
          district-viewer,  320412, GET,  /api/v1/issues?scope=320400,                     200
          district-viewer,  320412, GET,  /api/v1/issues?scope=320000,                     200
          district-viewer,  320412, GET,  /api/v1/issues?scope=320412,                     200
          district-viewer,  320412, GET,  /api/v1/issues?scope=320481,                     403
          district-viewer,  320412, GET,  /api/v1/issues?scope=320500,                     403
          district-viewer,  320412, POST, /api/v1/issues?scope=320400,                     403
          district-planner, 320412, GET,  /api/v1/webhooks,                                200
          district-reporter,320412, GET,  /api/v1/webhooks,                                403
          district-planner, 320412, POST, /api/v1/bulletins/320412/2022-06/issue,          403
          district-viewer,  320412, GET,  /api/v1/scopes/320400/standing?year=2022,        403
          district-viewer,  320412, GET,  /api/v1/ledgers/progress,                        403
          city-viewer,      320400, GET,  /api/v1/ledgers/plans/catalogue/events,          200
          city-viewer,      320400, GET,  /api/v1/ledgers/plans/320506/events,             403
          district-viewer,  320412, POST, /api/v1/districts/320412/events,                 403
          district-planner, 320412, POST, /api/v1/districts/320412/events,                 403
          district-reporter,320412, POST, /api/v1/districts/320412/events,                 201
          district-reporter,320412, POST, /api/v1/districts/320481/events,                 403
          city-viewer,      320000, POST, /api/v1/districts/320412/events,                 403
          city-admin,       320000, POST, /api/v1/districts/320412/events,                 201
          district-planner, 320412, POST, /api/v1/plans/320412-2022/publish,               403
          district-planner, 320412, POST, /api/v1/plans/import,                            201
          district-reporter,320412, POST, /api/v1/plans/import,                            403
          city-viewer,      320400, POST, /api/v1/plans/import,                            403
          district-viewer,  320412, GET,  /api/v1/plans/320412-2022/review,                200
          district-viewer,  320412, GET,  /api/v1/plans/320481-2022/review,                403
          district-viewer,  320412, GET,  /api/v1/plans/320412-2022/review/original,       200
          district-viewer,  320412, GET,  /api/v1/plans/320412-2022/review/history,        200
          district-viewer,  320412, GET,  /api/v1/plans/320412-2022/review/reading?start=1&end=2, 403
          district-viewer,  320412, POST, /api/v1/plans/320412-2022/review/decisions,      403
          district-planner, 320412, POST, /api/v1/plans/320412-2022/review/decisions,      201
          district-planner, 320412, POST, /api/v1/plans/320481-2022/review/proposals,      403
          district-planner, 320412, PUT,  /api/v1/plans/320412-2022/review/titles,         200
          district-viewer,  320412, GET,  /api/v1/plans/320412-2022/comparison?with=320412-2021, 200
          district-viewer,  320412, GET,  /api/v1/plans/320412-2022/comparison?with=320481-2021, 403
          city-admin,       320400, PUT,  /api/v1/today,                                   200
          city-viewer,      320400, PUT,  /api/v1/today,                                   403
          city-viewer,      320400, GET,  /api/v1/operations/plans,                        403
          city-viewer,      320400, GET,  /api/v1/operations/progress,                     403
          city-admin,       320400, GET,  /api/v1/operations/reporting,                    200
          district-planner, 320412, GET,  /api/v1/operations/reporting,                    403
          city-admin,       320400, GET,  /api/v1/dead-letters/progress?limit=5,           200
          city-viewer,      320400, GET,  /api/v1/dead-letters/progress,                   403
          district-reporter,320412, GET,  /api/v1/dead-letters/reporting,                  403
          city-viewer,      320400, POST, /api/v1/dead-letters/progress/duban.plans.dead-letter.progress-0-17/redrive, 403
          city-admin,       320400, POST, /api/v1/dead-letters/reporting/duban.progress.dead-letter.reporting-2-5/redrive, 201
          mayor,            320000, GET,  /api/v1/districts/320412/ledger,                 403
          city-viewer,      320400, DELETE, /api/v1/districts/320412/events,               405
          city-viewer,      320400, TRACE, /api/v1/districts,                              405
          """)
  void aRoleAndItsDistrictsBoundWhatItMayAskFor(
      String role, String district, String method, String target, int status) throws IOException {
    PlayedServices.SEEN.clear();

    RawHttp.Answer answer =
        RawHttp.send(
            port(),
            RawHttp.head(method, target, bearer(Tokens.mint(role, district)))
                + (method.equals("GET") ? "\r\n" : "Content-Length: 0\r\n\r\n"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(PlayedServices.SEEN).hasSize(status < 300 ? 1 : 0);
    if (status == 405) {
      assertThat(answer.header("allow")).contains("GET");
    }
  }

  @Test
  void aRefusalSpeaksTheCallersLanguage() throws IOException {
    String token = bearer(Tokens.mint("district-viewer", "320412"));
    String foreign = "/api/v1/districts/320481/ledger";

    assertThat(get(foreign, token).body()).contains("您的令牌不包含区划 320481");
    assertThat(get(foreign, token, "Accept-Language: en-GB,zh;q=0.5").body())
        .contains("Your token does not reach district 320481");
  }

  private static String unsigned(String claims) {
    return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + claims + ".";
  }

  /** The classic confusion: a public key is no secret, yet HS256 would take it for one. */
  private static String confused(String claims) throws IOException, JOSEException {
    byte[] publicKeys =
        Files.readAllBytes(
            Path.of(ConfigProvider.getConfig().getValue("DUBAN_JWKS", String.class)));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .subject("x")
                .issuer(Tokens.ISSUER)
                .claim("roles", List.of("city-admin"))
                .claim("districts", List.of("320000"))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .build());
    token.sign(new MACSigner(publicKeys));
    assertThat(claims).isNotEmpty();
    return token.serialize();
  }

  private static String widened(String claims) {
    String json = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
    return base64(json.replace("320000", "100000"));
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
