package duban.local.sample;

import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Programme;
import duban.contracts.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The catalogue and the plans as they lie in the {@code sample} folder.
 *
 * @param earlier what was entered of the year before
 * @param plans the year's own
 */
public record Sample(
    List<Indicator> indicators, List<Programme> programmes, List<Plan> earlier, List<Plan> plans) {

  private static final List<String> EARLIER = List.of("320412-2021");
  private static final List<String> PLANS = List.of("320412-2022", "320481-2022");

  public static Sample load() {
    return new Sample(
        List.of(read("indicators.json", Indicator[].class)),
        List.of(read("programmes.json", Programme[].class)),
        EARLIER.stream().map(Sample::plan).toList(),
        PLANS.stream().map(Sample::plan).toList());
  }

  /** A district's plan of the sample's own year. */
  Plan planOf(String district) {
    return plans.stream()
        .filter(plan -> plan.district().equals(district))
        .findFirst()
        .orElseThrow();
  }

  Plan plan(String district, int year) {
    return Stream.concat(earlier.stream(), plans.stream())
        .filter(plan -> plan.district().equals(district) && plan.year() == year)
        .findFirst()
        .orElseThrow();
  }

  private static Plan plan(String id) {
    return read("plan-" + id + ".json", Plan.class);
  }

  private static <T> T read(String file, Class<T> type) {
    try (InputStream in = Sample.class.getResourceAsStream("/sample/" + file)) {
      return Json.strict().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the sample's " + file + " cannot be read", e);
    }
  }
}
