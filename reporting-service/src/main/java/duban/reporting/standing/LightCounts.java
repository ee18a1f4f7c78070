package duban.reporting.standing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many targets of an item, plan, scope or rollup stand how. A difference may be negative. */
public record LightCounts(
    int targets,
    int reported,
    int unreported,
    int pastDue,
    int achieved,
    int overdue,
    int onTrack,
    int atRisk,
    int behind,
    int notDue) {

  public static final LightCounts ZERO = new LightCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public static LightCounts of(Standing standing) {
    Light light = standing.light();
    return new LightCounts(
        1,
        one(standing.reportedOn() != null),
        one(standing.unreported()),
        one(standing.pastDue()),
        one(light == Light.ACHIEVED),
        one(light == Light.OVERDUE),
        one(light == Light.ON_TRACK),
        one(light == Light.AT_RISK),
        one(light == Light.BEHIND),
        one(light == Light.NOT_DUE));
  }

  private static int one(boolean yes) {
    return yes ? 1 : 0;
  }

  public LightCounts plus(LightCounts other) {
    return plus(other, 1);
  }

  public LightCounts minus(LightCounts other) {
    return plus(other, -1);
  }

  private LightCounts plus(LightCounts other, int sign) {
    return new LightCounts(
        targets + sign * other.targets,
        reported + sign * other.reported,
        unreported + sign * other.unreported,
        pastDue + sign * other.pastDue,
        achieved + sign * other.achieved,
        overdue + sign * other.overdue,
        onTrack + sign * other.onTrack,
        atRisk + sign * other.atRisk,
        behind + sign * other.behind,
        notDue + sign * other.notDue);
  }

  public int of(Light light) {
    return switch (light) {
      case ACHIEVED -> achieved;
      case OVERDUE -> overdue;
      case ON_TRACK -> onTrack;
      case AT_RISK -> atRisk;
      case BEHIND -> behind;
      case NOT_DUE -> notDue;
    };
  }

  /** The lights that shine, by their words. */
  public Map<String, Integer> byWord() {
    Map<String, Integer> shining = new LinkedHashMap<>();
    for (Light light : Light.values()) {
      if (of(light) != 0) {
        shining.put(light.word(), of(light));
      }
    }
    return shining;
  }

  /**
   * One light for them all: the worst that shines, because whoever supervises must see it. Kept
   * promises beside ones that are not due yet are on track. Null when there are no targets.
   */
  public @Nullable Light worst() {
    if (targets == 0) {
      return null;
    }
    if (overdue > 0) {
      return Light.OVERDUE;
    }
    if (behind > 0) {
      return Light.BEHIND;
    }
    if (atRisk > 0) {
      return Light.AT_RISK;
    }
    if (achieved == targets) {
      return Light.ACHIEVED;
    }
    return notDue == targets ? Light.NOT_DUE : Light.ON_TRACK;
  }
}
