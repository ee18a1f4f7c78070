package duban.reporting.plan;

/**
 * Where a target is found.
 *
 * @param target {@code 320412-2022.6.1}
 * @param item {@code 320412-2022.6}
 * @param revision the plan's revision that defines it
 */
public record TargetPlace(
    String target, String plan, String item, String district, int year, int revision) {}
