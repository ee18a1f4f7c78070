package duban.document.promise;

import duban.document.PlanReading.Doubt;
import duban.document.Span;
import duban.document.TargetReading;
import duban.document.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
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
   * @param from where the paragraph's words begin, behind the item's number
   * @param preamble whether the words only introduce: there a figure counts, and nothing else
   * @param path the item, for doubts
   */
  public List<TargetReading> read(
      Passage paragraph, int from, TargetReading.Role role, boolean preamble, String path) {
    Veiled text = Veiled.of(paragraph.words());
    List<Found> found = new ArrayList<>();
    List<Amount> amounts = Amounts.in(text, from);
    Setting setting = new Setting(year);
    int next = 0;
    for (Clause clause : Clause.of(text, from)) {
      setting.enter(clause);
      int first = next;
      while (next < amounts.size() && amounts.get(next).figure() < clause.to()) {
        next++;
      }
      List<Found> here = new ArrayList<>(amounts(clause, amounts.subList(first, next)));
      if (here.isEmpty() && !preamble) {
        here.addAll(Wordings.of(clause, role == TargetReading.Role.TARGET));
      }
      if (here.isEmpty()) {
        Deliverable.in(clause)
            .ifPresent(d -> doubt(paragraph, clause.from(), clause.to(), d, path));
      }
      if (role == TargetReading.Role.TARGET || preamble) {
        here.forEach(setting::doubt);
      }
      found.addAll(here);
    }
    return found.stream()
        .sorted(Comparator.comparingInt(Found::from))
        .flatMap(f -> reading(paragraph, f, role, path).stream())
        .toList();
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

  private Optional<TargetReading> reading(
      Passage paragraph, Found found, TargetReading.Role role, String path) {
    if (found.confidence() < SURE) {
      Doubtful why = found.doubts().isEmpty() ? Doubtful.STRUCTURE : found.doubts().getLast();
      doubt(paragraph, found.from(), found.to(), why, path);
      return Optional.empty();
    }
    Span span = paragraph.span(found.from(), found.to());
    return Optional.of(new Wording(source, year, paragraph, found, span).reading(role));
  }

  private void doubt(Passage paragraph, int from, int to, Doubtful why, String path) {
    Span span = paragraph.span(from, to);
    doubts.add(new Doubt(path, span.of(source), span, why.words()));
  }

  /** Places that were not taken for targets and may be some, of all paragraphs read up to now. */
  public List<Doubt> doubts() {
    return doubts;
  }
}
