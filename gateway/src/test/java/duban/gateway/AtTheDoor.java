package duban.gateway;

import duban.testkit.LocalIssuer;
import duban.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** One start of the gateway for all test classes, with the three services played. */
@QuarkusTestResource(LocalIssuer.class)
@QuarkusTestResource(PlayedServices.class)
abstract class AtTheDoor {

  static int port() {
    return RestAssured.port;
  }

  /** The port of a played service. */
  static int portOf(String service) {
    String url =
        ConfigProvider.getConfig().getValue("duban.gateway.upstream." + service, String.class);
    return URI.create(url).getPort();
  }

  static RawHttp.Answer get(String target, String... headers) throws IOException {
    return RawHttp.send(port(), RawHttp.get(target, headers));
  }

  static RawHttp.Answer getAs(String token, String target) throws IOException {
    return get(target, bearer(token));
  }

  static String meters() throws IOException {
    return getAs(Tokens.mint("city-admin", "320000"), "/q/metrics").body();
  }

  static RawHttp.Answer post(String target, String type, String body, String... headers)
      throws IOException {
    return RawHttp.send(port(), RawHttp.post(target, type, body, headers));
  }

  static String bearer(String token) {
    return "Authorization: Bearer " + token;
  }
}
