package duban.plans.document;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Operator;
import duban.contracts.plan.Target.Period;
import duban.contracts.plan.Target.Stated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target in the making: what a document can say of one; the rest is for people to add. */
final class TargetParts {

  final String id;
  final String title;
  Kind kind = Kind.NARRATIVE;
  @Nullable Operator operator;
  @Nullable Boolean strict;
  @Nullable BigDecimal value;
  @Nullable BigDecimal low;
  @Nullable BigDecimal high;
  @Nullable String unit;
  @Nullable Stated stated;
  @Nullable String scope;
  @Nullable LocalDate due;
  @Nullable List<String> projects;
  @Nullable Boolean projectsComplete;
  @Nullable Period period;

  TargetParts(String id, String title) {
    this.id = id;
    this.title = title;
  }

  Target target() {
    return new Target(
        id,
        title,
        null,
        kind,
        operator,
        strict,
        value,
        low,
        high,
        unit,
        stated,
        null,
        null,
        null,
        null,
        scope,
        null,
        due,
        projects,
        projectsComplete,
        null,
        period,
        null,
        null,
        null,
        null);
  }
}
