package duban.local.sample;

import duban.contracts.plan.Target.Milestone;
import duban.contracts.progress.ProgressEvent;
import duban.contracts.progress.ProgressEvent.AppraisalGiven;
import duban.contracts.progress.ProgressEvent.ItemCompleted;
import duban.contracts.progress.ProgressEvent.ItemConfirmed;
import duban.contracts.progress.ProgressEvent.ItemNoted;
import duban.contracts.progress.ProgressEvent.ItemReminded;
import duban.contracts.progress.ProgressEvent.ItemReturned;
import duban.contracts.progress.ProgressEvent.ItemUrged;
import duban.contracts.progress.ProgressEvent.MilestoneReached;
import duban.contracts.progress.ProgressEvent.ProblemOpened;
import duban.contracts.progress.ProgressEvent.ProblemRectified;
import duban.contracts.progress.ProgressEvent.ProblemReopened;
import duban.contracts.progress.ProgressEvent.ProblemVerified;
import duban.contracts.progress.ProgressEvent.ProgressReported;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one district in one year, told line by line. Targets and items are named without
 * their plan ("6.1"), days without their year ("06-30").
 */
final class Story {

  /**
   * A target that is reported each month, or counted up by what was added.
   *
   * @param part key of the part that is reported; null: the whole
   */
  record Course(String target, @Nullable String part, Curve curve, boolean added) {

    /** The target's id, and "#junior" behind it for a part. */
    String name() {
      return part == null ? target : target + "#" + part;
    }
  }

  /** A target that is reported on the last day of each month with these figures. */
  record Figures(String target, List<Integer> values) {}

  /** A frequency that took place on these days. */
  record Rounds(String target, List<LocalDate> days) {}

  /** Something said on a day that does not follow a curve. */
  record Told(LocalDate day, Voice voice, ProgressEvent event) {}

  /** A month's report that came {@code days} after the day of which it speaks. */
  record Late(String target, Month month, int days) {}

  /** A month's report that first had the wrong figure and was put right some days later. */
  record Mistake(String target, Month month, long wrong, int days, String reason) {}

  /** A month's report that the bureau looked into; {@code agrees} or not. */
  record Check(String target, Month month, int days, boolean agrees, String reason) {}

  /** A month's report whose figure the district explains, so many days after it. */
  record Explanation(String target, Month month, int days, String text) {}

  /** From a month on, and until it is made good in December, so many count no more. */
  record Setback(String target, Month month, int less, String note) {}

  final String district;
  final String prefix;
  final int year;

  /** The day of the month as of which the district's monthly reports speak. */
  final int reportDay;

  /** Within how many days they are handed in. */
  final int handedInWithin;

  final List<Course> courses = new ArrayList<>();
  final List<Figures> figures = new ArrayList<>();
  final List<Rounds> rounds = new ArrayList<>();
  final List<Told> told = new ArrayList<>();
  final List<String> narrated = new ArrayList<>();
  final List<Late> late = new ArrayList<>();
  final List<Mistake> mistakes = new ArrayList<>();
  final List<Check> checks = new ArrayList<>();
  final List<Explanation> explanations = new ArrayList<>();
  final List<String> accepted = new ArrayList<>();
  final List<Setback> setbacks = new ArrayList<>();

  Story(String district, String prefix, int year, int reportDay, int handedInWithin) {
    this.district = district;
    this.prefix = prefix;
    this.year = year;
    this.reportDay = reportDay;
    this.handedInWithin = handedInWithin;
  }

  /** A part of a target is named "11.3#junior". */
  Story follow(Curve curve, String... targets) {
    for (String target : targets) {
      int part = target.indexOf('#');
      courses.add(
          part < 0
              ? new Course(id(target), null, curve, false)
              : new Course(
                  id(target.substring(0, part)), target.substring(part + 1), curve, false));
    }
    return this;
  }

  /** Counted up as things happen, with a report of the whole at the end of each quarter. */
  Story count(Curve curve, String... targets) {
    for (String target : targets) {
      courses.add(new Course(id(target), null, curve, true));
    }
    return this;
  }

  Story monthEnds(String target, Integer... values) {
    figures.add(new Figures(id(target), List.of(values)));
    return this;
  }

  Story held(String target, String... days) {
    rounds.add(new Rounds(id(target), Arrays.stream(days).map(this::day).toList()));
    return this;
  }

  /** A note on the item at each quarter's end. */
  Story narrate(String... items) {
    narrated.addAll(List.of(items));
    return this;
  }

  /** A step of a project, handed in on the third day after it. */
  Story step(String target, @Nullable String project, Milestone step, String on) {
    LocalDate day = day(on);
    return tell(
        day.plusDays(3),
        Voice.DISTRICT,
        new MilestoneReached(id(target), project, step, day, null, List.of(file(day, id(target)))));
  }

  /** A figure of its own, once. */
  Story says(String target, String on, long value, String note) {
    LocalDate day = day(on);
    return tell(
        day,
        Voice.DISTRICT,
        new ProgressReported(
            id(target),
            day,
            BigDecimal.valueOf(value),
            null,
            null,
            note,
            List.of(file(day, id(target)))));
  }

  Story note(String item, String on, String stage, int percent, String text) {
    LocalDate day = day(on);
    return tell(
        day,
        Voice.DISTRICT,
        new ItemNoted(id(item), day, stage, BigDecimal.valueOf(percent), text, null));
  }

  Story opened(String problem, String item, String on, String due, String severity, String text) {
    return tell(
        day(on), Voice.BUREAU, new ProblemOpened(id(item), problem, day(due), severity, text));
  }

  Story rectified(String problem, String item, String on, String text) {
    return tell(day(on), Voice.DISTRICT, new ProblemRectified(id(item), problem, text));
  }

  Story reopened(String problem, String item, String on, String due, String text) {
    return tell(day(on), Voice.BUREAU, new ProblemReopened(id(item), problem, day(due), text));
  }

  Story closed(String problem, String item, String on, String text) {
    return tell(day(on), Voice.BUREAU, new ProblemVerified(id(item), problem, text));
  }

  Story late(String target, Month month, int days) {
    late.add(new Late(id(target), month, days));
    return this;
  }

  Story mistake(String target, Month month, long wrong, int days, String reason) {
    mistakes.add(new Mistake(id(target), month, wrong, days, reason));
    return this;
  }

  Story verified(String target, Month month, int days, String reason) {
    checks.add(new Check(id(target), month, days, true, reason));
    return this;
  }

  Story disputed(String target, Month month, int days, String reason) {
    checks.add(new Check(id(target), month, days, false, reason));
    return this;
  }

  Story explained(String target, Month month, int days, String text) {
    explanations.add(new Explanation(id(target), month, days, text));
    return this;
  }

  /** Items that the unit in charge takes on in the weeks after the plan is published. */
  Story accept(String... items) {
    accepted.addAll(List.of(items));
    return this;
  }

  Story reminded(String item, String target, String on, String due, String text) {
    return tell(
        day(on), Voice.BUREAU, new ItemReminded(id(item), id(target), day(on), day(due), text));
  }

  Story urged(String item, String target, String on, String due, String text) {
    return tell(
        day(on), Voice.BUREAU, new ItemUrged(id(item), id(target), day(on), day(due), text));
  }

  Story completed(String item, String on, String text) {
    return tell(
        day(on),
        Voice.DISTRICT,
        new ItemCompleted(id(item), day(on), text, List.of(file(day(on), id(item)))));
  }

  Story confirmed(String item, String on, String text) {
    return tell(day(on), Voice.BUREAU, new ItemConfirmed(id(item), day(on), text));
  }

  Story returned(String item, String on, String text) {
    return tell(day(on), Voice.BUREAU, new ItemReturned(id(item), day(on), text));
  }

  /** The year's appraisal of the whole plan. */
  Story appraised(String on, String score, String grade, String text) {
    return tell(
        day(on),
        Voice.BUREAU,
        new AppraisalGiven(district + "-" + year, new BigDecimal(score), grade, text));
  }

  Story fallsBack(String target, Month month, int less, String note) {
    setbacks.add(new Setback(id(target), month, less, note));
    return this;
  }

  String id(String targetOrItem) {
    return district + "-" + year + "." + targetOrItem;
  }

  /** Where the district keeps what proves a report on a target, by its full id. */
  String file(LocalDate day, String target) {
    return "%s/%s/%02d/%s.pdf"
        .formatted(prefix, year, day.getMonthValue(), target.substring(id("").length()));
  }

  private Story tell(LocalDate day, Voice voice, ProgressEvent event) {
    told.add(new Told(day, voice, event));
    return this;
  }

  private LocalDate day(String monthAndDay) {
    return LocalDate.parse(year + "-" + monthAndDay);
  }
}
