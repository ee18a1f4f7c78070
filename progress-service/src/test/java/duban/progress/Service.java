package duban.progress;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.testkit.Postgres;
import duban.testkit.Tokens;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running service as tests speak to it. */
public final class Service {

  private Service() {}

  public static Response post(District district, JsonNode body) {
    return post(district, district.reporter(), "application/json", body.toString());
  }

  public static Response post(District district, String token, String type, String body) {
    return given()
        .auth()
        .oauth2(token)
        .header("Accept-Language", "en")
        .header("Content-Type", type)
        .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/districts/" + district.code() + "/events");
  }

  /** A batch's results. */
  public static List<JsonNode> lines(District district, String body) {
    Response answer = post(district, district.reporter(), "application/x-ndjson", body);
    answer.then().statusCode(200).contentType("application/x-ndjson");
    return answer.asString().lines().map(Service::parse).toList();
  }

  public static JsonNode parse(String json) {
    try {
      return Json.strict().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Response get(String token, String path) {
    return given().auth().oauth2(token).header("Accept-Language", "en").get(path);
  }

  public static String cityViewer() {
    return Tokens.mint("city-viewer", "320000");
  }

  public static String cityAdmin() {
    return Tokens.mint("city-admin", "320000");
  }

  /** The value of target 6.1 stands at {@code value}. */
  public static ObjectNode reported(District district, String id, int value) {
    return event(id, "progress.reported")
        .put("target", district.target("6.1"))
        .put("asOf", "2022-06-30")
        .put("value", value);
  }

  public static ObjectNode event(String id, String type) {
    return Json.lenient().createObjectNode().put("id", id).put("type", type);
  }

  public static String newId() {
    return UUID.randomUUID().toString();
  }

  public static long seq(District district) {
    return get(district.reporter(), "/api/v1/districts/" + district.code() + "/ledger")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("seq");
  }

  static void awaitPlan(District district) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> rows("select 1 from plan_replica where plan = ?", district.plan()) == 1);
  }

  public static int rows(String sql, Object... values) {
    try (Connection connection = database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      if (!statement.execute()) {
        return statement.getUpdateCount();
      }
      int count = 0;
      try (ResultSet result = statement.getResultSet()) {
        while (result.next()) {
          count++;
        }
      }
      return count;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The service's own database, to look into it or to be in its way. */
  public static Connection database() throws SQLException {
    String name = ConfigProvider.getConfig().getValue("DUBAN_DB_NAME", String.class);
    return Postgres.shared().connect(name);
  }
}
