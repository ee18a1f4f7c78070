package duban.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Wujin's plan for 2022 in small, with a target of every kind, and the same for other districts.
 */
public final class SamplePlan {

  public static final String WUJIN = "320412";

  private SamplePlan() {}

  public static Plan wujin() {
    return read(json(WUJIN, 2022));
  }

  public static Plan read(JsonNode json) {
    try {
      return Json.lenient().treeToValue(json, Plan.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plan's JSON as if another district had published it. */
  public static ObjectNode json(String district, int year) {
    try (InputStream in = SamplePlan.class.getResourceAsStream("/plan-320412-2022.json")) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      ObjectNode plan =
          (ObjectNode)
              Json.lenient()
                  .readTree(
                      text.replace("320412-2022", district + "-" + year)
                          .replace("\"320412\"", "\"" + district + "\""));
      return plan.put("year", year);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
