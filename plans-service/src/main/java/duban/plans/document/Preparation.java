package duban.plans.document;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.contracts.problem.FieldProblem;
import duban.document.PlanReading;
import duban.document.PlanReading.Item;
import duban.document.PlanReading.Section;
import duban.document.PlanReading.Words;
import duban.document.TargetReading;
import duban.plans.likeness.Suggester;
import duban.plans.review.Layout;
import duban.plans.review.Layout.ItemPlace;
import duban.plans.review.Layout.SectionPlace;
import duban.plans.review.Outline;
import duban.plans.review.Proposal;
import duban.plans.review.Proposal.Origin;
import duban.plans.review.Proposal.Role;
import duban.plans.review.Proposal.State;
import duban.plans.review.TargetFaults;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a reading into an outline and proposals. Pure, and the same for the same reading. */
final class Preparation {

  private static final Words NOT_KEPT =
      new Words(
          "已发布版本中补充的内容（分项、延续、规划等）与文件的新数字不符，未沿用。",
          "What was added to the published target (parts, links and so on) does not fit the"
              + " document's new figures and was left out.");

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_NUMBER = 40;

  /** Of an item without a heading: enough of its first words to know it by. */
  private static final int LONGEST_OPENING = 60;

  /**
   * @param district whose plan it is, and {@code year}
   * @param title of the plan
   * @param published the plan's last revision; null when there is none
   */
  record Wanted(String district, int year, String title, @Nullable Plan published) {}

  private final PlanReading reading;
  private final String text;
  private final @Nullable Plan published;
  private final Suggester suggester;
  private final ItemKeys keys;
  private final TargetIds ids;
  private final Promises promises;
  private final Outline outline;

  private Preparation(PlanReading reading, String text, Wanted wanted, Suggester suggester) {
    this.reading = reading;
    this.text = text;
    this.published = wanted.published();
    this.suggester = suggester;
    this.keys = ItemKeys.of(reading);
    this.outline = outline(wanted);
    this.ids = new TargetIds(outline.plan(), wanted.published());
    this.promises = new Promises(wanted.published());
  }

  static Prepared of(PlanReading reading, String text, Wanted wanted, Suggester suggester) {
    Preparation work = new Preparation(reading, text, wanted, suggester);
    return new Prepared(work.outline, work.layout(), work.proposals());
  }

  private Outline outline(Wanted wanted) {
    List<Plan.Section> sections = reading.sections().stream().map(this::section).toList();
    return new Outline(
        new Plan(
            wanted.district(),
            wanted.year(),
            Shortened.to(LONGEST_TITLE, wanted.title()),
            null,
            null,
            null,
            null,
            null,
            sections));
  }

  private Plan.Section section(Section section) {
    return new Plan.Section(
        optional(LONGEST_NUMBER, section.no()),
        optional(LONGEST_TITLE, section.title()),
        null,
        section.items().stream().map(this::item).toList());
  }

  private WorkItem item(Item item) {
    String key = keys.of(item);
    String title = title(item);
    return new WorkItem(
        key,
        optional(LONGEST_NUMBER, item.no()),
        title,
        null,
        List.of(),
        responsibility(key, title));
  }

  /** A document does not say who answers for an item: whoever did for the same one still does. */
  private Plan.@Nullable Responsibility responsibility(String key, String title) {
    return published == null
        ? null
        : published
            .items()
            .filter(item -> item.key().equals(key) && item.title().equals(title))
            .findFirst()
            .map(WorkItem::responsibility)
            .orElse(null);
  }

  private String title(Item item) {
    String title = optional(LONGEST_TITLE, item.title());
    if (title != null) {
      return title;
    }
    return item.paragraphs().stream()
        .map(paragraph -> Shortened.to(LONGEST_OPENING, paragraph.of(text)))
        .filter(opening -> !opening.isBlank())
        .findFirst()
        .orElse(item.path());
  }

  private static @Nullable String optional(int longest, @Nullable String words) {
    return words == null || words.isBlank() ? null : Shortened.to(longest, words);
  }

  private Layout layout() {
    return new Layout(
        reading.document(),
        reading.sections().stream()
            .map(section ->
                new SectionPlace(
                    section.path(),
                    section.heading(),
                    section.items().stream()
                        .map(item -> new ItemPlace(item.path(), item.paragraphs()))
                        .toList()))
            .toList(),
        reading.paragraphs(),
        reading.doubts());
  }

  private record Found(Item item, TargetReading target) {}

  /** In the order of the text; results are numbered behind the targets, so as to take none's id. */
  private List<Proposal> proposals() {
    List<Found> found =
        reading
            .items()
            .flatMap(item -> item.targets().stream().map(target -> new Found(item, target)))
            .toList();
    String[] named = new String[found.size()];
    for (TargetReading.Role role : TargetReading.Role.values()) {
      for (int i = 0; i < named.length; i++) {
        if (found.get(i).target().role() == role) {
          named[i] = id(found.get(i));
        }
      }
    }
    return IntStream.range(0, named.length)
        .mapToObj(i -> proposal(i + 1, found.get(i), named[i]))
        .toList();
  }

  private String id(Found found) {
    String key = keys.of(found.item());
    return ids.next(key, fitted(found, outline.plan().id() + "." + key + ".1").target());
  }

  private Proposal proposal(int number, Found found, String id) {
    TargetReading target = found.target();
    Fitted fitted = fitted(found, id);
    boolean promised = target.role() == TargetReading.Role.TARGET;
    return new Proposal(
        number,
        keys.of(found.item()),
        promised ? Role.TARGET : Role.RESULT,
        Origin.READ,
        State.PROPOSED,
        target.span(),
        target.quote(),
        fitted.target(),
        fitted.target(),
        target.confidence(),
        fitted.doubts(),
        suggester.suggest(fitted.target()).orElse(null),
        target,
        null);
  }

  /** Whatever the rules still refuse of it is a narrative, so that a draft can always take it. */
  private Fitted fitted(Found found, String id) {
    Plan plan = outline.plan();
    Fitted fitted = Fitting.fit(found.target(), id, plan.firstDay(), plan.lastDay());
    Target kept = promises.goOn(fitted.target());
    if (faults(found, kept).isEmpty()) {
      return new Fitted(kept, fitted.doubts());
    }
    List<FieldProblem> faults = faults(found, fitted.target());
    return faults.isEmpty()
        ? new Fitted(fitted.target(), with(fitted.doubts(), NOT_KEPT))
        : narrative(found.target(), id, fitted, faults.getFirst());
  }

  private List<FieldProblem> faults(Found found, Target target) {
    WorkItem item = outline.item(keys.of(found.item())).orElseThrow();
    return TargetFaults.alone(outline, item, target);
  }

  private static List<Words> with(List<Words> doubts, Words more) {
    return Stream.concat(doubts.stream(), Stream.of(more)).toList();
  }

  private static Fitted narrative(
      TargetReading reading, String id, Fitted refused, FieldProblem fault) {
    Target target = Fitting.narrative(reading, id);
    Words why =
        new Words(
            fault.pointer() + "：" + fault.detail().zh(),
            fault.pointer() + ": " + fault.detail().en());
    return new Fitted(target, with(refused.doubts(), why));
  }
}
