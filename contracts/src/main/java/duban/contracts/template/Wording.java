package duban.contracts.template;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import java.util.Arrays;
import java.util.Optional;

/** The words of the sheet for what the plan says in a machine's. */
public final class Wording {

  private Wording() {}

  public static String of(Kind kind) {
    return switch (kind) {
      case QUANTITY -> "数量";
      case RATIO -> "比例";
      case COVERAGE -> "覆盖";
      case PROJECT -> "项目";
      case DEADLINE -> "期限";
      case FREQUENCY -> "频次";
      case MONEY -> "资金";
      case NARRATIVE -> "文字";
    };
  }

  public static String of(Milestone milestone) {
    return switch (milestone) {
      case PLANNED -> "立项";
      case STARTED -> "开工";
      case TOPPED_OUT -> "封顶";
      case COMPLETED -> "竣工";
      case IN_USE -> "投用";
    };
  }

  public static Optional<Kind> kind(String word) {
    return Arrays.stream(Kind.values()).filter(kind -> of(kind).equals(word)).findFirst();
  }

  public static Optional<Milestone> milestone(String word) {
    return Arrays.stream(Milestone.values()).filter(one -> of(one).equals(word)).findFirst();
  }
}
