package duban.document.outline;

import duban.document.outline.Outline.Item;
import duban.document.outline.Outline.Node;
import duban.document.outline.Outline.Section;
import duban.document.text.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The outline as far as it was read; what is open takes the paragraphs that follow. */
final class Draft {

  private static final String PREAMBLE = "0";

  private final List<OpenSection> sections = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();

  /** The numbers of the open item and of those it stands under. */
  private final Deque<Numbered> open = new ArrayDeque<>();

  private String part = "";
  private int parts;
  private Tense partTense;
  private final boolean sticky;

  /**
   * @param tense what the document's title says
   * @param sticky whether a heading's tense holds until another one says otherwise
   */
  Draft(Tense tense, boolean sticky) {
    this.partTense = tense;
    this.sticky = sticky;
    section("", PREAMBLE, null, null, tense);
  }

  void part(String label, Passage heading, Passage paragraph) {
    parts++;
    String path = unique(label.isEmpty() ? "" + parts : label);
    part = path + "/";
    partTense = Tense.of(heading.words()).orElse(partTense);
    open.clear();
    section(label, path, heading, paragraph, partTense);
  }

  /** A section with neither number nor heading, for items that stand under none. */
  void bareSection() {
    section("", part.isEmpty() ? "" : part.substring(0, part.length() - 1), null, null, partTense);
  }

  void section(String no, Optional<Heading> heading, Passage paragraph) {
    Passage words = heading.map(Heading::words).orElse(null);
    Tense tense = heading.flatMap(h -> Tense.of(h.words().words())).orElse(partTense);
    partTense = sticky ? tense : partTense;
    open.clear();
    String plain = no.replaceAll("[（）]", "");
    String path = unique(part + (plain.isEmpty() ? nextOrdinal() : plain));
    if (heading.isPresent() && heading.get().whole()) {
      section(no, path, words, paragraph, tense);
    } else {
      section(no, path, words, null, tense);
      text(paragraph);
    }
  }

  private void section(
      String no, String path, @Nullable Passage title, @Nullable Passage heading, Tense tense) {
    sections.add(new OpenSection(no, path, title, heading, tense, new ArrayList<>()));
    if (heading != null) {
      nodes.add(new Node(heading, path));
    }
  }

  /**
   * @param level null for an item that its author did not number
   */
  void item(
      @Nullable Style level,
      int number,
      String no,
      int from,
      Optional<Heading> heading,
      Passage paragraph) {
    if (level == null) {
      open.clear();
    } else {
      open.removeIf(deeper -> deeper.level().compareTo(level) >= 0);
      open.addLast(new Numbered(level, number));
    }
    String numbers =
        level == null
            ? "" + (section().items().size() + 1)
            : open.stream().map(n -> "" + n.number()).collect(Collectors.joining("/"));
    Passage title = heading.map(Heading::words).orElse(null);
    add(no, numbers, title, from, paragraph);
  }

  /** A paragraph of the open item; of one with no number where there is none. */
  void text(Passage paragraph) {
    OpenSection section = section();
    if (section.path().equals(PREAMBLE)) {
      Optional<Heading> lead = Heading.lead(paragraph);
      String number = "" + (section.items().size() + 1);
      add("", number, lead.map(Heading::words).orElse(null), 0, paragraph);
    } else if (section.items().isEmpty()) {
      add("", "0", null, 0, paragraph);
    } else {
      section.items().getLast().paragraphs().add(paragraph);
      nodes.add(new Node(paragraph, section.items().getLast().path()));
    }
  }

  private void add(
      String no, String numbers, @Nullable Passage title, int from, Passage paragraph) {
    OpenSection section = section();
    String path = unique(section.path().isEmpty() ? numbers : section.path() + "/" + numbers);
    Tense tense = title == null ? section.tense() : Tense.of(title.words()).orElse(section.tense());
    Item item = new Item(no, path, title, new ArrayList<>(List.of(paragraph)), from, tense);
    section.items().add(item);
    nodes.add(new Node(paragraph, path));
  }

  /** Whether items may be numbered as a list is, because nothing else numbers them here. */
  boolean takesListItems(Style style) {
    return !inPreamble()
        && (open.isEmpty() ? section().items().isEmpty() : open.getFirst().level() == style);
  }

  boolean endedSentence() {
    return !nodes.isEmpty() && Wrapping.endsSentence(nodes.getLast().paragraph().words());
  }

  boolean inPreamble() {
    return section().path().equals(PREAMBLE);
  }

  private OpenSection section() {
    return sections.getLast();
  }

  private String nextOrdinal() {
    return "" + sections.size();
  }

  /** A document may give a number twice. */
  private String unique(String path) {
    String free = path;
    for (int n = 2; !paths.add(free); n++) {
      free = path + "-" + n;
    }
    return free;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Section> sections() {
    return sections.stream()
        .filter(section -> !section.items().isEmpty() || section.heading() != null)
        .map(OpenSection::close)
        .toList();
  }

  private record Numbered(Style level, int number) {}

  private record OpenSection(
      String no,
      String path,
      @Nullable Passage title,
      @Nullable Passage heading,
      Tense tense,
      List<Item> items) {

    Section close() {
      return new Section(no, path, title, heading, List.copyOf(items));
    }
  }
}
