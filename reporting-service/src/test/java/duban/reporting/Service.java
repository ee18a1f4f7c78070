package duban.reporting;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import duban.contracts.Json;
import duban.testkit.Postgres;
import duban.testkit.Tokens;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running service as tests speak to it. */
public final class Service {

  private static final ObjectReader TWICE_IS_WRONG =
      Json.lenient().reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

  private Service() {}

  public static Response get(String token, String path) {
    return given().auth().oauth2(token).header("Accept-Language", "en").get("/api/v1" + path);
  }

  /** The answer that includes all that these districts said. */
  public static JsonNode after(String token, String path, DistrictLedgers... said) {
    Response answer =
        given()
            .auth()
            .oauth2(token)
            .header("Duban-After", DistrictLedgers.after(said))
            .get("/api/v1" + path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " was answered " + answer.statusCode() + answer.asString());
    }
    return json(answer);
  }

  /** The row of an indicator in a scope's rollups. */
  public static JsonNode rollup(
      City city, String scope, String indicator, DistrictLedgers... said) {
    String path = "/rollups?year=2022&scope=" + scope + "&indicator=" + indicator;
    return after(city.viewer(), path, said).path("rows").path(0);
  }

  public static JsonNode target(City city, DistrictLedgers district, String key) {
    return after(city.viewer(), "/targets/" + district.target(key), district);
  }

  public static BigDecimal number(JsonNode row, String field) {
    return row.path(field).isNumber() ? row.path(field).decimalValue() : null;
  }

  public static JsonNode json(Response answer) {
    return parse(answer.asString());
  }

  /** Strictly: a key that comes twice is read by each client as it likes. */
  public static JsonNode parse(String json) {
    try {
      return TWICE_IS_WRONG.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode moveTo(String day) {
    Response answer =
        given()
            .auth()
            .oauth2(Tokens.mint("city-admin", "410000"))
            .contentType("application/json")
            .body("{\"today\":\"" + day + "\"}")
            .put("/api/v1/today");
    if (answer.statusCode() != 200) {
      throw new AssertionError("the day did not move: " + answer.asString());
    }
    return json(answer);
  }

  public static JsonNode verify() {
    return json(
        given()
            .auth()
            .oauth2(Tokens.mint("city-admin", "410000"))
            .post("/api/v1/projection/verify"));
  }

  /** The service's own database, to look into it, to tamper with it, or to be in its way. */
  public static Connection database() throws SQLException {
    String name = ConfigProvider.getConfig().getValue("DUBAN_DB_NAME", String.class);
    Connection connection = Postgres.shared().connect(name);
    try (Statement path = connection.createStatement()) {
      path.execute("set search_path = projection_v" + version() + ", public");
    }
    return connection;
  }

  private static int version() {
    return ConfigProvider.getConfig().getValue("duban.projection.version", Integer.class);
  }

  public static void update(String sql, Object... values) {
    try (Connection connection = database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first cell of the first row. */
  public static String text(String sql) {
    try (Connection connection = database();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static long count(String sql) {
    try (Connection connection = database();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
