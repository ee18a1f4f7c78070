package duban.document.promise;

import duban.document.PlanReading.Doubt;
import duban.document.Span;
import duban.document.TargetReading;
import duban.document.text.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the targets of a work item's paragraphs. */
public final class TargetReader {

  /** Below this a person is asked, not told. */
  private static final int SURE = 45;

  private final String source;
  private final @Nullable Integer year;
  private final List<Doubt> doubts = new ArrayList<>();

  /**
   * @param source the document's text, which quotes are taken from
   * @param year the plan's; null where nothing says it, and no day is given then
   */
  public TargetReader(String source, @Nullable Integer year) {
    this.source = source;
    this.year = year;
  }

  /**
   * Where words stand.
   *
   * @param item its path
   * @param preamble whether the words only introduce: there a figure counts, and nothing else
   */
  public record Place(String item, TargetReading.Role role, boolean preamble) {}

  /**
   * @param from where the paragraph's words begin, behind the item's number
   */
  public List<TargetReading> read(Passage paragraph, int from, Place place) {
    Veiled text = Veiled.of(paragraph.words());
    Deque<Amount> amounts = new ArrayDeque<>(Amounts.in(text, from));
    Setting setting = new Setting(year, place.preamble());
    List<Found> found = new ArrayList<>();
    for (Clause clause : Clause.of(text, from)) {
      setting.enter(clause);
      List<Found> here = found(clause, amountsOf(clause, amounts), place);
      if (here.isEmpty()) {
        Deliverable.in(clause)
            .ifPresent(why -> doubt(paragraph.span(clause.from(), clause.to()), why, place));
      }
      if (place.role() == TargetReading.Role.TARGET || place.preamble()) {
        here.forEach(setting::doubt);
      }
      found.addAll(here);
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Found::from))
        .flatMap(one -> reading(paragraph, one, place).stream())
        .toList();
  }

  private static List<Amount> amountsOf(Clause clause, Deque<Amount> amounts) {
    List<Amount> own = new ArrayList<>();
    while (!amounts.isEmpty() && amounts.getFirst().figure() < clause.to()) {
      own.add(amounts.removeFirst());
    }
    return own;
  }

  private static List<Found> found(Clause clause, List<Amount> amounts, Place place) {
    List<Found> counted = amounts(clause, amounts);
    return counted.isEmpty() && !place.preamble()
        ? Wordings.of(clause, place.role() == TargetReading.Role.TARGET)
        : counted;
  }

  private static List<Found> amounts(Clause clause, List<Amount> amounts) {
    List<Found> found = new ArrayList<>();
    for (Segment segment : Segment.of(clause, amounts)) {
      Optional<Found> frequency = FrequencyRule.find(segment);
      if (frequency.isPresent()) {
        found.add(frequency.get());
      } else if (segment.amount().isShare()) {
        found.add(ShareRule.find(segment));
      } else {
        found.addAll(CountRule.find(segment));
      }
    }
    return found;
  }

  private Optional<TargetReading> reading(Passage paragraph, Found found, Place place) {
    Span span = paragraph.span(found.from(), found.to());
    if (found.confidence() < SURE) {
      doubt(span, found.doubts().isEmpty() ? Doubtful.STRUCTURE : found.doubts().getLast(), place);
      return Optional.empty();
    }
    return Optional.of(new Wording(source, year, paragraph, found, span).reading(place.role()));
  }

  private void doubt(Span span, Doubtful why, Place place) {
    doubts.add(new Doubt(place.item(), span.of(source), span, why.words()));
  }

  /** Places that were not taken for targets and may be some, of all paragraphs read up to now. */
  public List<Doubt> doubts() {
    return doubts;
  }
}
