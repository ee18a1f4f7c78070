package duban.document.outline;

import duban.document.PlanReading.Kind;
import duban.document.outline.Outline.Node;
import duban.document.text.Lines;
import duban.document.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the outline of a document, paragraph after paragraph. */
public final class OutlineReader {

  private static final Pattern PART_HEADING =
      Pattern.compile("(?:20\\d\\d|[今明去]|二〇[一-九〇]{2})年.*(?:总结|回顾|计划|要点|思路|打算|安排|任务|工作情况)");

  private static final int SHORT_HEADING = 12;

  private final Levels levels = new Levels();
  private final Segments segments = new Segments(levels);
  private final Frame frame;
  private final Draft draft;
  private final @Nullable Style sections;
  private final boolean numberedItems;

  private OutlineReader(Frame frame) {
    this.frame = frame;
    List<Style> used = used(frame);
    this.sections =
        used.stream()
            .filter(style -> style.compareTo(Style.ARABIC) < 0 && style != Style.PART)
            .min(Comparator.naturalOrder())
            .orElse(null);
    this.numberedItems =
        used.stream().anyMatch(style -> sections == null || style.compareTo(sections) > 0);
    Kind kind = kind(frame);
    this.draft =
        new Draft(
            kind == Kind.PLAN ? Tense.PROMISED : Tense.REPORTED, kind == Kind.SUMMARY_AND_PLAN);
  }

  public static Outline read(String source) {
    Paragraphs paragraphs = Paragraphs.of(Lines.of(source));
    Frame frame = Frame.of(paragraphs.text());
    return new OutlineReader(frame).read(paragraphs.furniture());
  }

  private static List<Style> used(Frame frame) {
    Levels levels = new Levels();
    return frame.text().subList(frame.body(), frame.back()).stream()
        .flatMap(paragraph -> Mark.at(paragraph.words()).stream())
        .filter(mark -> mark.style().makesEntries())
        .map(levels::take)
        .distinct()
        .toList();
  }

  private static Kind kind(Frame frame) {
    String title = frame.title();
    return title == null ? Kind.PLAN : Tense.kind(title);
  }

  private Outline read(List<Passage> furniture) {
    for (int i = frame.body(); i < frame.back(); i++) {
      segments.of(frame.text().get(i)).forEach(this::take);
    }
    List<Passage> text = frame.text();
    List<Passage> title = text.subList(frame.titleFrom(), frame.titleTo());
    return new Outline(
        title.stream().reduce(Passage::and).orElse(null),
        text.subList(0, frame.body()),
        text.subList(frame.back(), text.size()),
        frame.issued().orElse(null),
        kind(frame),
        draft.sections(),
        nodes(furniture));
  }

  private List<Node> nodes(List<Passage> furniture) {
    List<Node> nodes = new ArrayList<>(draft.nodes());
    List<Passage> text = frame.text();
    for (int i = 0; i < frame.body(); i++) {
      boolean title = i >= frame.titleFrom() && i < frame.titleTo();
      nodes.add(new Node(text.get(i), title ? "title" : "front"));
    }
    text.subList(frame.back(), text.size()).forEach(p -> nodes.add(new Node(p, "back")));
    furniture.forEach(p -> nodes.add(new Node(p, "page")));
    nodes.sort(Comparator.comparingInt(node -> node.paragraph().span().start()));
    return nodes;
  }

  private void take(Passage paragraph) {
    Optional<Mark> mark = Mark.at(paragraph.words()).filter(this::makesEntry);
    if (mark.isEmpty()) {
      unmarked(paragraph);
      return;
    }
    Style level = levels.take(mark.get());
    Optional<Heading> heading = Heading.of(paragraph, mark.get().length());
    if (level == Style.PART && sections != null) {
      draft.part(mark.get().label(), heading.map(Heading::words).orElse(paragraph), paragraph);
    } else if (level == Style.PART || level == sections) {
      draft.section(mark.get().label(), heading, paragraph);
    } else {
      numbered(level, mark.get(), heading, paragraph);
    }
  }

  /** 组织保障 among numbered sections: a heading that its author forgot to number. */
  private boolean endsParts(Passage paragraph) {
    return paragraph.length() <= SHORT_HEADING && !draft.inPreamble() && draft.endedSentence();
  }

  private boolean makesEntry(Mark mark) {
    return mark.style().makesEntries()
        || (sections != null && mark.style() != Style.SPOKEN && draft.takesListItems(mark.style()));
  }

  private void numbered(Style level, Mark mark, Optional<Heading> heading, Passage paragraph) {
    if (draft.inPreamble() && sections != null) {
      // A list in the words before the first section is no work item.
      draft.text(paragraph);
      return;
    }
    if (draft.inPreamble()) {
      draft.bareSection();
    }
    draft.item(level, mark.number(), mark.label(), mark.length(), heading, paragraph);
  }

  private void unmarked(Passage paragraph) {
    boolean heading = Heading.isUnnumbered(paragraph.words());
    if (heading && PART_HEADING.matcher(paragraph.words()).matches()) {
      draft.part("", paragraph, paragraph);
    } else if (heading && numberedItems && (sections == null || endsParts(paragraph))) {
      draft.section("", Heading.of(paragraph, 0), paragraph);
    } else if (heading && !numberedItems && !draft.inPreamble()) {
      draft.item(null, 0, "", 0, Heading.of(paragraph, 0), paragraph);
    } else {
      draft.text(paragraph);
    }
  }
}
