package duban.reporting.standing;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.PacePoint;
import duban.contracts.plan.Target.Part;
import duban.contracts.plan.Target.Period;
import duban.reporting.promise.Definition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Targets in a few words, of the plan 320412-2022 that runs from 1 January to 31 December. */
public final class Targets {

  private final Kind kind;
  private Operator operator;
  private Boolean strict;
  private BigDecimal value;
  private BigDecimal low;
  private BigDecimal high;
  private BigDecimal baseline;
  private BigDecimal denominator;
  private LocalDate start;
  private LocalDate due;
  private List<String> projects;
  private Boolean projectsComplete;
  private Milestone finalMilestone;
  private Period period;
  private List<PacePoint> pace;
  private Indicator indicator;
  private List<Part> parts;
  private Settings settings = Settings.DEFAULT;
  private Indicator.Measure measure;
  private String continues;
  private String programme;

  private Targets(Kind kind) {
    this.kind = kind;
  }

  public static Targets of(Kind kind) {
    return new Targets(kind);
  }

  public Targets operator(Operator given) {
    this.operator = given;
    return this;
  }

  public Targets strict() {
    this.strict = true;
    return this;
  }

  public Targets value(String given) {
    this.value = new BigDecimal(given);
    return this;
  }

  public Targets range(String from, String to) {
    this.operator = Operator.RANGE;
    this.low = new BigDecimal(from);
    this.high = new BigDecimal(to);
    return this;
  }

  public Targets baseline(String given) {
    this.baseline = new BigDecimal(given);
    return this;
  }

  public Targets base(String given) {
    this.denominator = new BigDecimal(given);
    return this;
  }

  public Targets from(String day) {
    this.start = LocalDate.parse(day);
    return this;
  }

  public Targets due(String day) {
    this.due = LocalDate.parse(day);
    return this;
  }

  public Targets projects(String... names) {
    this.projects = List.of(names);
    return this;
  }

  public Targets complete() {
    this.projectsComplete = true;
    return this;
  }

  public Targets finishedWhen(Milestone milestone) {
    this.finalMilestone = milestone;
    return this;
  }

  public Targets each(Period given) {
    this.period = given;
    return this;
  }

  public Targets pace(String... daysAndShares) {
    this.pace =
        Arrays.stream(daysAndShares)
            .map(one -> one.split(" ", 2))
            .map(one -> new PacePoint(LocalDate.parse(one[0]), new BigDecimal(one[1])))
            .toList();
    return this;
  }

  public Targets indicator(Indicator given) {
    this.indicator = given;
    return this;
  }

  /** {@code "key value base due"}, of which the last may be left out; {@code -} for none. */
  public Targets parts(String... given) {
    this.parts = Arrays.stream(given).map(one -> part(one.split(" ", -1))).toList();
    return this;
  }

  private static Part part(String[] words) {
    return new Part(
        words[0],
        "分项" + words[0],
        "Part " + words[0],
        words[1].equals("-") ? null : new BigDecimal(words[1]),
        words.length < 3 || words[2].equals("-") ? null : new BigDecimal(words[2]),
        words.length < 4 ? null : LocalDate.parse(words[3]),
        null);
  }

  public Targets settings(Settings given) {
    this.settings = given;
    return this;
  }

  public Targets measure(Indicator.Measure given) {
    this.measure = given;
    return this;
  }

  public Targets continues(String target) {
    this.continues = target;
    return this;
  }

  public Targets programme(String key) {
    this.programme = key;
    return this;
  }

  public Target target(String id) {
    return new Target(
        id,
        "目标",
        "Target",
        kind,
        operator,
        strict,
        value,
        low,
        high,
        "个",
        null,
        indicator == null ? null : indicator.key(),
        measure,
        baseline,
        denominator,
        null,
        start,
        due,
        projects,
        projectsComplete,
        finalMilestone,
        period,
        pace,
        parts,
        continues,
        programme);
  }

  public Definition definition() {
    return new Definition(
        target("320412-2022.6.1"),
        LocalDate.of(2022, 1, 1),
        LocalDate.of(2022, 12, 31),
        30,
        indicator,
        settings);
  }
}
