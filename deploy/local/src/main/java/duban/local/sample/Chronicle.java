package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.progress.ProgressEvent;
import duban.contracts.progress.ProgressEvent.ItemAccepted;
import duban.contracts.progress.ProgressEvent.ItemNoted;
import duban.contracts.progress.ProgressEvent.ProgressAdded;
import duban.contracts.progress.ProgressEvent.ReportDisputed;
import duban.contracts.progress.ProgressEvent.ReportExplained;
import duban.contracts.progress.ProgressEvent.ReportVerified;
import duban.local.sample.Draft.Line;
import duban.local.sample.Story.Check;
import duban.local.sample.Story.Explanation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The year's events, in the order of the days on which they are posted. The same sample, stories
 * and seed give the same events to the last byte, so that an event posted twice is a duplicate and
 * not a second fact.
 */
public final class Chronicle {

  private static final long SEED = 2022;

  private static final Map<Class<? extends ProgressEvent>, String> TYPES =
      ProgressEvent.TYPES.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private final Story story;
  private final Map<String, Target> targets;
  private final MonthlyReports reports;

  private Chronicle(Story story, Plan plan, long seed) {
    this.story = story;
    this.targets =
        plan.targets().collect(Collectors.toUnmodifiableMap(Target::id, Function.identity()));
    this.reports = new MonthlyReports(story, seed);
  }

  /** The sample's own year. */
  public static List<Posting> of(Sample sample) {
    return of(sample, Year2022.told(), SEED);
  }

  /** What was entered of the year before when the system began: all of it on one day. */
  static List<Posting> entered(Sample sample, LocalDate day) {
    return of(sample, Year2021.told(), SEED).stream()
        .map(posting -> new Posting(day, posting.district(), posting.voice(), posting.events()))
        .toList();
  }

  static List<Posting> of(Sample sample, List<Story> stories, long seed) {
    return stories.stream()
        .flatMap(story ->
            new Chronicle(story, sample.plan(story.district, story.year), seed).postings().stream())
        .sorted(Comparator.comparing(Posting::day))
        .toList();
  }

  private List<Posting> postings() {
    List<Draft> monthly = monthly();
    List<Draft> drafts =
        Stream.of(
                monthly,
                acceptances(),
                rounds(),
                told(),
                notes(),
                checks(monthly),
                explanations(monthly))
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Draft::day))
            .toList();
    Map<String, String> ids = numbered(drafts);
    return drafts.stream().map(draft -> posting(draft, ids)).toList();
  }

  private List<Draft> monthly() {
    List<Draft> drafts = new ArrayList<>();
    story.figures.forEach(figures -> drafts.addAll(reports.of(figures)));
    story.courses.forEach(course -> drafts.addAll(reports.of(course, target(course.target()))));
    return drafts;
  }

  /** A few items a day, from the second week after the plan is published. */
  private List<Draft> acceptances() {
    List<Draft> drafts = new ArrayList<>();
    LocalDate first = LocalDate.of(story.year, Month.JANUARY, 24);
    for (String item : story.accepted) {
      LocalDate on = MonthlyReports.workday(first.plusDays(drafts.size() / 4));
      drafts.add(
          Draft.of(
              on, Voice.DISTRICT, item + "#accepted", new ItemAccepted(story.id(item), on, null)));
    }
    return drafts;
  }

  private List<Draft> rounds() {
    return story.rounds.stream()
        .flatMap(rounds -> rounds.days().stream().map(day -> round(rounds.target(), day)))
        .toList();
  }

  private Draft round(String target, LocalDate on) {
    return Draft.of(
        MonthlyReports.workday(on.plusDays(2)),
        Voice.DISTRICT,
        target + "@" + on,
        new ProgressAdded(target, on, BigDecimal.ONE, null, List.of(story.file(on, target))));
  }

  private List<Draft> told() {
    List<Draft> drafts = new ArrayList<>();
    for (Story.Told told : story.told) {
      drafts.add(
          Draft.of(
              MonthlyReports.workday(told.day()),
              told.voice(),
              "told " + drafts.size(),
              told.event()));
    }
    return drafts;
  }

  private List<Draft> notes() {
    return story.narrated.stream()
        .flatMap(item -> Stream.of(1, 2, 3, 4).map(quarter -> note(item, quarter)))
        .toList();
  }

  private Draft note(String item, int quarter) {
    LocalDate on = LocalDate.of(story.year, Month.of(quarter * 3), story.reportDay);
    boolean last = quarter == 4;
    return Draft.of(
        MonthlyReports.workday(on.plusDays(2)),
        Voice.DISTRICT,
        item + "@" + on,
        new ItemNoted(
            story.id(item),
            on,
            last ? "已完成" : "推进中",
            BigDecimal.valueOf(last ? 100 : quarter * 25L),
            last ? "全年工作已完成" : "第%d季度按安排推进".formatted(quarter),
            null));
  }

  /** What the bureau looked into, so many days after it was handed in. */
  private List<Draft> checks(List<Draft> monthly) {
    Map<String, LocalDate> handedIn = handedIn(monthly);
    return story.checks.stream().map(check -> check(check, handedIn)).toList();
  }

  private List<Draft> explanations(List<Draft> monthly) {
    Map<String, LocalDate> handedIn = handedIn(monthly);
    return story.explanations.stream().map(one -> explanation(one, handedIn)).toList();
  }

  private static Map<String, LocalDate> handedIn(List<Draft> monthly) {
    Map<String, LocalDate> handedIn = new HashMap<>();
    monthly.forEach(draft -> draft.lines().forEach(l -> handedIn.put(l.key(), draft.day())));
    return handedIn;
  }

  private static Draft explanation(Explanation explanation, Map<String, LocalDate> handedIn) {
    String report = MonthlyReports.key(explanation.target(), explanation.month());
    LocalDate day = handedIn.get(report);
    if (day == null) {
      throw new IllegalArgumentException("the story explains what is not made: " + explanation);
    }
    Line line =
        new Line(
            report + "#explained",
            ids -> new ReportExplained(ids.apply(report), explanation.text()));
    return new Draft(
        MonthlyReports.workday(day.plusDays(explanation.days())), Voice.DISTRICT, List.of(line));
  }

  private static Draft check(Check check, Map<String, LocalDate> handedIn) {
    String right = MonthlyReports.key(check.target(), check.month());
    String wrong = MonthlyReports.wrongKey(check.target(), check.month());
    String report = !check.agrees() && handedIn.containsKey(wrong) ? wrong : right;
    LocalDate day = handedIn.get(report);
    if (day == null) {
      throw new IllegalArgumentException("the story checks a report that is not made: " + check);
    }
    Line line =
        new Line(
            report + "#checked",
            ids ->
                check.agrees()
                    ? new ReportVerified(ids.apply(report), check.reason())
                    : new ReportDisputed(ids.apply(report), check.reason()));
    return new Draft(
        MonthlyReports.workday(day.plusDays(check.days())), Voice.BUREAU, List.of(line));
  }

  private Map<String, String> numbered(List<Draft> drafts) {
    Map<String, String> ids = new HashMap<>();
    for (Draft draft : drafts) {
      for (Line line : draft.lines()) {
        String id = "%s-%d-%06d".formatted(story.prefix, story.year, ids.size() + 1);
        if (ids.put(line.key(), id) != null) {
          throw new IllegalArgumentException("the story tells twice: " + line.key());
        }
      }
    }
    return ids;
  }

  private Posting posting(Draft draft, Map<String, String> ids) {
    List<JsonNode> events =
        draft.lines().stream()
            .map(line -> event(id(ids, line.key()), line.event().with(key -> id(ids, key))))
            .toList();
    return new Posting(draft.day(), story.district, draft.voice(), events);
  }

  private static String id(Map<String, String> ids, String key) {
    String id = ids.get(key);
    if (id == null) {
      throw new IllegalArgumentException("the story speaks of what it does not tell: " + key);
    }
    return id;
  }

  private static JsonNode event(String id, ProgressEvent event) {
    ObjectNode json = Json.lenient().createObjectNode();
    json.put("id", id).put("type", TYPES.get(event.getClass()));
    json.setAll((ObjectNode) Json.lenient().valueToTree(event));
    return json;
  }

  private Target target(String id) {
    Target target = targets.get(id);
    if (target == null) {
      throw new IllegalArgumentException("the story speaks of an unknown target: " + id);
    }
    return target;
  }
}
