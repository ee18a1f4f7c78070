package duban.local.sample;

import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The catalogue and the plans as they lie in the {@code sample} folder. */
public record Sample(List<Indicator> indicators, List<Plan> plans) {

  private static final List<String> PLANS = List.of("320412-2022", "320481-2022");

  public static Sample load() {
    return new Sample(
        List.of(read("indicators.json", Indicator[].class)),
        PLANS.stream().map(plan -> read("plan-" + plan + ".json", Plan.class)).toList());
  }

  Plan planOf(String district) {
    return plans.stream()
        .filter(plan -> plan.district().equals(district))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T read(String file, Class<T> type) {
    try (InputStream in = Sample.class.getResourceAsStream("/sample/" + file)) {
      return Json.strict().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the sample's " + file + " cannot be read", e);
    }
  }
}
