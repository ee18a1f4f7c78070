package duban.local.sample;

import static duban.local.sample.Curve.STEADY;

import java.util.List;

/** What is left of the year before: the first slice of a programme that runs over three years. */
final class Year2021 {

  private Year2021() {}

  static List<Story> told() {
    return List.of(new Story("320412", "wj", 2021, 25, 3).follow(STEADY, "1.1"));
  }
}
