package duban.local.sample;

import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Part;
import duban.contracts.progress.ProgressEvent;
import duban.contracts.progress.ProgressEvent.EventVoided;
import duban.contracts.progress.ProgressEvent.ProgressAdded;
import duban.contracts.progress.ProgressEvent.ProgressReported;
import duban.local.sample.Draft.Line;
import duban.local.sample.Story.Course;
import duban.local.sample.Story.Figures;
import duban.local.sample.Story.Mistake;
import duban.local.sample.Story.Setback;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What one district's system hands in for a target, month by month. */
final class MonthlyReports {

  /** The last report of the year speaks of this day of December. */
  private static final int CLOSING_DAY = 30;

  /** A district stops reporting on what was reached this many reports ago. */
  private static final int REPORTS_AFTER = 2;

  private static final int MOST_ADDITIONS = 3;

  private final Story story;
  private final long seed;

  MonthlyReports(Story story, long seed) {
    this.story = story;
    this.seed = seed;
  }

  /** By which a report can be spoken of, before it has an id. */
  static String key(String target, Month month) {
    return target + "@" + month;
  }

  static String wrongKey(String target, Month month) {
    return key(target, month) + "#wrong";
  }

  static LocalDate workday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }

  List<Draft> of(Figures figures) {
    List<Draft> drafts = new ArrayList<>();
    for (Month month : Month.values()) {
      LocalDate day = YearMonth.of(story.year, month).atEndOfMonth();
      long value = figures.values().get(month.getValue() - 1);
      drafts.addAll(handIn(figures.target(), month, day, report(figures.target(), day, value)));
    }
    return drafts;
  }

  List<Draft> of(Course course, Target whole) {
    Random random = new Random(seed * 1_000_003 + course.name().hashCode());
    Target target = course.part() == null ? whole : part(whole, course.part());
    Ladder ladder = new Ladder(target, course.curve(), random);
    List<Draft> drafts = new ArrayList<>();
    long before = 0;
    int fullFor = 0;
    for (Month month : Month.values()) {
      long stands = ladder.climb(month);
      if (course.added()) {
        drafts.addAll(added(target, month, stands - before, random));
        if (month.getValue() % 3 == 0) {
          drafts.addAll(settled(target, month, stands));
        }
      } else if (fullFor <= REPORTS_AFTER) {
        drafts.addAll(reported(target, course, month, stands, random));
      }
      fullFor = ladder.isFull() ? fullFor + 1 : 0;
      before = stands;
    }
    return drafts;
  }

  /** What a part promises, as a target. */
  private static Target part(Target whole, String key) {
    Part part =
        whole.partList().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    return new Target(
        whole.id(),
        part.title(),
        part.titleEn(),
        whole.kind(),
        whole.operator(),
        whole.strict(),
        part.value(),
        null,
        null,
        whole.unit(),
        null,
        whole.indicator(),
        whole.measure(),
        null,
        part.denominator(),
        null,
        null,
        part.due(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private List<Draft> reported(
      Target target, Course course, Month month, long stands, Random random) {
    Curve curve = course.curve();
    LocalDate asOf = reportDay(month);
    LocalDate handedIn =
        late(course.name(), month)
            .map(asOf::plusDays)
            .orElseGet(() ->
                asOf.getDayOfMonth() == CLOSING_DAY
                    ? asOf
                    : asOf.plusDays(random.nextInt(story.handedInWithin + 1)));
    Optional<Setback> setback = setback(course.name(), month);
    long value = stands - setback.map(Setback::less).orElse(0);
    ProgressReported report =
        new ProgressReported(
            target.id(),
            asOf,
            Ladder.isShare(target) ? null : BigDecimal.valueOf(value),
            Ladder.isShare(target) ? BigDecimal.valueOf(value) : null,
            Ladder.isShare(target) ? BigDecimal.valueOf(Ladder.denominator(target, curve)) : null,
            setback.map(Setback::note).orElse(lags(curve, month) ? curve.note() : null),
            evidence(month, asOf, target.id()),
            course.part(),
            null);
    return handIn(course.name(), month, workday(handedIn), report);
  }

  /**
   * One posting, or where the story has a mistake: the wrong report, and later its correction.
   *
   * @param target its id, or the name of a part
   */
  private List<Draft> handIn(String target, Month month, LocalDate day, ProgressReported report) {
    Optional<Mistake> mistake =
        story.mistakes.stream()
            .filter(m -> m.target().equals(target) && m.month() == month)
            .findFirst();
    Line right = new Line(key(target, month), ids -> report);
    if (mistake.isEmpty()) {
      return List.of(new Draft(day, Voice.DISTRICT, List.of(right)));
    }
    String wrong = wrongKey(target, month);
    String reason = mistake.get().reason();
    Line voided = new Line(wrong + "#voided", ids -> new EventVoided(ids.apply(wrong), reason));
    return List.of(
        Draft.of(day, Voice.DISTRICT, wrong, mistaken(report, mistake.get().wrong())),
        new Draft(
            workday(day.plusDays(mistake.get().days())), Voice.DISTRICT, List.of(voided, right)));
  }

  private static ProgressEvent mistaken(ProgressReported report, long figure) {
    BigDecimal wrong = BigDecimal.valueOf(figure);
    return new ProgressReported(
        report.target(),
        report.asOf(),
        report.value() == null ? null : wrong,
        report.numerator() == null ? null : wrong,
        report.denominator(),
        report.note(),
        report.evidence(),
        report.part(),
        report.explanation());
  }

  /** The month's increase in a few portions, each handed in some days after it came about. */
  private List<Draft> added(Target target, Month month, long increase, Random random) {
    List<Draft> drafts = new ArrayList<>();
    long left = increase;
    int portions = (int) Math.min(MOST_ADDITIONS, increase);
    for (int i = portions; i > 0; i--) {
      long amount = i == 1 ? left : left / i;
      left -= amount;
      LocalDate on = LocalDate.of(story.year, month, 4 + (portions - i) * 8 + random.nextInt(6));
      LocalDate handedIn = workday(on.plusDays(random.nextInt(5)));
      drafts.add(
          Draft.of(
              handedIn,
              Voice.DISTRICT,
              key(target.id(), month) + "+" + i,
              new ProgressAdded(
                  target.id(),
                  on,
                  BigDecimal.valueOf(amount),
                  null,
                  evidence(month, on, target.id()))));
    }
    return drafts;
  }

  /** At a quarter's end the sum of what was added is reported as the value that stands. */
  private List<Draft> settled(Target target, Month month, long stands) {
    LocalDate asOf = YearMonth.of(story.year, month).atEndOfMonth();
    return handIn(target.id(), month, asOf, report(target.id(), asOf, stands));
  }

  private ProgressReported report(String target, LocalDate asOf, long value) {
    return new ProgressReported(
        target,
        asOf,
        BigDecimal.valueOf(value),
        null,
        null,
        null,
        evidence(asOf.getMonth(), asOf, target));
  }

  private LocalDate reportDay(Month month) {
    return LocalDate.of(story.year, month, month == Month.DECEMBER ? CLOSING_DAY : story.reportDay);
  }

  private @Nullable List<String> evidence(Month month, LocalDate day, String target) {
    return month.getValue() % 3 == 0 ? List.of(story.file(day, target)) : null;
  }

  private Optional<Integer> late(String target, Month month) {
    return story.late.stream()
        .filter(late -> late.target().equals(target) && late.month() == month)
        .map(Story.Late::days)
        .findFirst();
  }

  private Optional<Setback> setback(String target, Month month) {
    return story.setbacks.stream()
        .filter(setback -> setback.target().equals(target))
        .filter(setback -> month.compareTo(setback.month()) >= 0 && month != Month.DECEMBER)
        .findFirst();
  }

  private static boolean lags(Curve curve, Month month) {
    return curve.percentIn(month) * 12 < 90 * month.getValue();
  }
}
