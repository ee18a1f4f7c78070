package duban.contracts.template;

import duban.contracts.plan.Target.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of the sheet that is filled in, in their order. */
public enum Column {
  TARGET("目标编号", 20),
  ITEM("工作项编号", 18),
  KIND("类型", 10),
  TITLE("目标", 40),
  UNIT("单位", 8),
  PROMISED("承诺值", 12),
  LAST_VALUE("上次进展", 12),
  LAST_DATE("上次日期", 12),
  PART("组成部分", 16),
  AS_OF("日期", 12, EnumSet.allOf(Kind.class)),
  VALUE("累计值", 12, EnumSet.of(Kind.QUANTITY, Kind.MONEY, Kind.DEADLINE)),
  NUMERATOR("分子", 12, EnumSet.of(Kind.RATIO, Kind.COVERAGE)),
  DENOMINATOR("分母", 12, EnumSet.of(Kind.RATIO, Kind.COVERAGE)),
  AMOUNT("本次新增", 12, EnumSet.of(Kind.QUANTITY, Kind.MONEY, Kind.FREQUENCY)),
  PROJECT("项目", 20, EnumSet.of(Kind.PROJECT)),
  MILESTONE("节点", 12, EnumSet.of(Kind.PROJECT)),
  STAGE("阶段", 12, EnumSet.of(Kind.NARRATIVE)),
  PERCENT("完成百分比", 12, EnumSet.of(Kind.NARRATIVE)),
  NOTE("文字说明", 30, EnumSet.allOf(Kind.class)),
  EXPLANATION(
      "偏差说明",
      30,
      EnumSet.of(
          Kind.QUANTITY, Kind.MONEY, Kind.RATIO, Kind.COVERAGE, Kind.FREQUENCY, Kind.DEADLINE)),
  EVIDENCE("佐证编号", 20, EnumSet.allOf(Kind.class));

  private final String heading;
  private final int width;
  private final Set<Kind> takenBy;

  Column(String heading, int width) {
    this(heading, width, Set.of());
  }

  Column(String heading, int width, Set<Kind> takenBy) {
    this.heading = heading;
    this.width = width;
    this.takenBy = takenBy;
  }

  public String heading() {
    return heading;
  }

  /** From 0. */
  public int index() {
    return List.of(values()).indexOf(this);
  }

  /** In characters. */
  public int width() {
    return width;
  }

  /** Whether it names the row, and nobody may change it. */
  public boolean isKey() {
    return takenBy.isEmpty();
  }

  public boolean isTakenBy(Kind kind) {
    return takenBy.contains(kind);
  }

  public boolean isNumber() {
    return switch (this) {
      case PROMISED, LAST_VALUE, VALUE, NUMERATOR, DENOMINATOR, AMOUNT, PERCENT -> true;
      case TARGET,
          ITEM,
          KIND,
          TITLE,
          UNIT,
          LAST_DATE,
          PART,
          AS_OF,
          PROJECT,
          MILESTONE,
          STAGE,
          NOTE,
          EXPLANATION,
          EVIDENCE ->
          false;
    };
  }

  public boolean isDay() {
    return this == LAST_DATE || this == AS_OF;
  }

  /** The machine key: {@code lastValue}. */
  public String key() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
    return words.length == 1
        ? words[0]
        : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }
}
