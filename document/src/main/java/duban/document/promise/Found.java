package duban.document.promise;

import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule made of some words; a rule fills it in and then lets it go. */
final class Found {

  private static final int LEAST = 5;

  private final int from;
  private final int to;
  private final Kind kind;
  private final String title;
  private int confidence;
  private @Nullable Amount amount;
  private boolean implied;
  private @Nullable Period period;
  private @Nullable String every;
  private @Nullable String scope;
  private List<String> named = List.of();
  private boolean namedComplete;
  private @Nullable String trend;
  private boolean endless;
  private final List<Doubtful> doubts = new ArrayList<>();

  private Found(int from, int to, Kind kind, String title, int confidence) {
    this.from = from;
    this.to = to;
    this.kind = kind;
    this.title = title;
    this.confidence = confidence;
  }

  /**
   * @param from in the paragraph's words
   * @param to exclusive
   * @param confidence per cent
   */
  static Found of(int from, int to, Kind kind, String title, int confidence) {
    return new Found(from, to, kind, title, confidence);
  }

  Found counting(Amount counted) {
    amount = counted;
    return this;
  }

  /** The amount follows from the words and is not written. */
  Found implying(Amount counted) {
    implied = true;
    return counting(counted);
  }

  /**
   * @param word as the unit says it: 次/学期
   */
  Found each(@Nullable Period of, String word) {
    period = of;
    every = word;
    return this;
  }

  Found about(@Nullable String whom) {
    scope = whom;
    return this;
  }

  Found naming(List<String> projects, boolean complete) {
    named = List.copyOf(projects);
    namedComplete = complete;
    return this;
  }

  Found towards(String direction) {
    trend = direction;
    return this;
  }

  /** Work with no end in sight has no due day. */
  Found withNoEnd() {
    endless = true;
    return this;
  }

  Found doubting(Doubtful doubt, int less) {
    doubts.add(doubt);
    confidence = Math.max(LEAST, confidence - less);
    return this;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int length() {
    return to - from;
  }

  Kind kind() {
    return kind;
  }

  String title() {
    return title;
  }

  int confidence() {
    return confidence;
  }

  @Nullable Amount amount() {
    return amount;
  }

  boolean implied() {
    return implied;
  }

  @Nullable Period period() {
    return period;
  }

  @Nullable String every() {
    return every;
  }

  @Nullable String scope() {
    return scope;
  }

  List<String> named() {
    return named;
  }

  boolean namedComplete() {
    return namedComplete;
  }

  @Nullable String trend() {
    return trend;
  }

  boolean endless() {
    return endless;
  }

  List<Doubtful> doubts() {
    return List.copyOf(doubts);
  }
}
