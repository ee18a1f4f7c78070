package duban.document;

import duban.document.PlanReading.Head;
import duban.document.PlanReading.Item;
import duban.document.PlanReading.Script;
import duban.document.PlanReading.Section;
import duban.document.outline.Outline;
import duban.document.outline.OutlineReader;
import duban.document.outline.Tense;
import duban.document.promise.TargetReader;
import duban.document.script.Simplified;
import duban.document.source.SourceText;
import duban.document.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a plan from a document's text. */
public final class PlanReader {

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");
  private static final Pattern ISSUER =
      Pattern.compile(
          "([\\p{IsHan}]{2,20}?(?:教育局|教育体育局|教育和体育局|教体局|教育委员会|教委|教育工作委员会|人民政府))(?:文件|办公室)?");

  /** Paragraphs at the top that may name the year where the title does not. */
  private static final int FIRST_WORDS = 12;

  private static final Pattern NUMBER =
      Pattern.compile("[\\p{IsHan}]{2,12}〔(?:19|20)\\d\\d〕第?\\d{1,4}号");

  private static final String PREAMBLE = "0";

  private final String source;
  private final Outline outline;
  private final TargetReader targets;
  private final @Nullable Integer year;

  private PlanReader(String source, @Nullable Integer year) {
    this.source = source;
    this.outline = OutlineReader.read(source);
    this.year = saidYear();
    this.targets = new TargetReader(source, year != null ? year : this.year);
  }

  /**
   * @param year the plan's year, where the caller knows it, for the days that targets are due; else
   *     the document's own word counts
   */
  public static PlanReading read(SourceText source, @Nullable Integer year) {
    return new PlanReader(source.text(), year).read();
  }

  private PlanReading read() {
    List<Section> sections =
        Repeats.dropped(outline.sections().stream().map(this::section).toList(), PREAMBLE);
    return new PlanReading(
        head(), sections, Stretches.of(outline.nodes(), source), List.copyOf(targets.doubts()));
  }

  private Head head() {
    Passage title = outline.title();
    return new Head(
        written(title),
        inFrame(NUMBER).orElse(null),
        issuer().orElse(null),
        outline.issued(),
        year,
        outline.kind(),
        Simplified.isTraditional(source) ? Script.TRADITIONAL : Script.SIMPLIFIED);
  }

  private Section section(Outline.Section section) {
    List<Item> items = section.items().stream().map(this::item).toList();
    Passage heading = section.heading();
    return new Section(
        section.no(),
        section.path(),
        written(section.title()),
        heading == null ? null : heading.span(),
        items);
  }

  private Item item(Outline.Item item) {
    TargetReading.Role role =
        item.tense() == Tense.PROMISED ? TargetReading.Role.TARGET : TargetReading.Role.RESULT;
    List<TargetReading> found = new ArrayList<>();
    TargetReader.Place place =
        new TargetReader.Place(item.path(), role, item.path().startsWith(PREAMBLE + "/"));
    int from = item.from();
    List<Passage> told = item.tense() == Tense.DESCRIBED ? List.of() : item.paragraphs();
    for (Passage paragraph : told) {
      found.addAll(targets.read(paragraph, from, place));
      from = 0;
    }
    return new Item(
        item.no(),
        item.path(),
        written(item.title()),
        item.paragraphs().stream().map(Passage::span).toList(),
        found);
  }

  /** Words in the document's own script, on one line. */
  private @Nullable String written(@Nullable Passage words) {
    return words == null || words.isEmpty()
        ? null
        : words.span().of(source).replaceAll("(?<=\\P{ASCII})\\s+|\\s+(?=\\P{ASCII})", "").strip();
  }

  /** The latest year of the title (a summary comes before the plan), else of the first words. */
  private @Nullable Integer saidYear() {
    Passage title = outline.title();
    return Stream.concat(
            Stream.ofNullable(title),
            outline.nodes().stream().map(Outline.Node::paragraph).limit(FIRST_WORDS))
        .flatMap(words -> years(words.words()).max(Comparator.naturalOrder()).stream())
        .findFirst()
        .orElse(null);
  }

  private static Stream<Integer> years(String words) {
    return YEAR.matcher(words).results().map(found -> Integer.valueOf(found.group(1)));
  }

  private Optional<String> inFrame(Pattern pattern) {
    return Stream.concat(outline.front().stream(), outline.back().stream())
        .map(passage -> pattern.matcher(passage.words()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private Optional<String> issuer() {
    return Stream.concat(outline.front().stream(), outline.back().stream())
        .map(passage -> ISSUER.matcher(passage.words()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }
}
