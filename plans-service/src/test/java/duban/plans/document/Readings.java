package duban.plans.document;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import duban.document.PlanReading;
import duban.document.PlanReading.Head;
import duban.document.PlanReading.Item;
import duban.document.PlanReading.Script;
import duban.document.PlanReading.Section;
import duban.document.Span;
import duban.document.TargetReading;
import duban.document.TargetReading.Base;
import duban.document.TargetReading.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readings made by hand, changed a field at a time. */
final class Readings {

  String title = "新增学位";
  Role role = Role.TARGET;
  Kind kind = Kind.QUANTITY;
  @Nullable Operator operator = Operator.AT_LEAST;
  boolean strict;
  @Nullable BigDecimal value = new BigDecimal("6325");
  @Nullable String unit = "个";
  @Nullable Base base = new Base(new BigDecimal("6325"), null, null, "个");
  @Nullable Period period;
  @Nullable LocalDate due;
  List<String> named = List.of();
  boolean namedComplete;
  @Nullable String trend;

  static Readings of(Kind kind) {
    Readings reading = new Readings();
    reading.kind = kind;
    return reading;
  }

  static Readings of(Kind kind, @Nullable Operator operator, String value, String unit) {
    Readings reading = of(kind);
    reading.operator = operator;
    reading.value = new BigDecimal(value);
    reading.unit = unit;
    reading.base = new Base(new BigDecimal(value), null, null, unit);
    return reading;
  }

  Readings range(String low, String high) {
    operator = Operator.RANGE;
    value = null;
    base = new Base(null, new BigDecimal(low), new BigDecimal(high), unit == null ? "" : unit);
    return this;
  }

  Readings bare() {
    operator = null;
    value = null;
    unit = null;
    base = null;
    return this;
  }

  Readings named(boolean complete, String... projects) {
    named = List.of(projects);
    namedComplete = complete;
    return this;
  }

  TargetReading reading() {
    return new TargetReading(
        "引文",
        new Span(0, 2),
        role,
        kind,
        title,
        null,
        operator,
        strict,
        value,
        null,
        null,
        unit,
        base,
        period,
        null,
        due,
        named,
        namedComplete,
        false,
        trend,
        new BigDecimal("0.9"),
        List.of());
  }

  static PlanReading plan(Section... sections) {
    return new PlanReading(
        new Head("要点", null, null, null, 2023, PlanReading.Kind.PLAN, Script.SIMPLIFIED),
        List.of(sections),
        List.of(),
        List.of());
  }

  static Section section(String path, Item... items) {
    return new Section(path, path, "标题" + path, new Span(0, 1), List.of(items));
  }

  static Item item(String path, TargetReading... targets) {
    String no = path.substring(path.indexOf('/') + 1);
    return new Item(no, path, "工作" + no, List.of(new Span(0, 1)), List.of(targets));
  }
}
