package duban.document.source.word;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The lists of a .docx by the ids that its paragraphs use: the part {@code numbering.xml}. */
final class Lists {

  private final Map<String, NumberedList> lists = new HashMap<>();

  /** The level that a style's paragraphs stand at, by counter and style. */
  private final Map<String, Integer> depths = new HashMap<>();

  static Lists of(byte @Nullable [] xml, Styles styles) throws XMLStreamException {
    Lists lists = new Lists();
    if (xml != null) {
      new ListsReader(lists, styles).read(WordXml.open(xml));
    }
    return lists;
  }

  void add(String id, NumberedList list) {
    lists.put(id, list);
  }

  void markDepth(String counter, String style, int depth) {
    depths.put(counter + '/' + style, depth);
  }

  @Nullable NumberedList list(@Nullable String id) {
    return id == null ? null : lists.get(id);
  }

  /** Where a style names a list and no level, the list names the style at its level. */
  int depth(NumberedList list, String style) {
    return depths.getOrDefault(list.counter() + '/' + style, 0);
  }

  private Lists() {}

  /** Abstract lists come first in the part, then the lists that point to them. */
  private static final class ListsReader {

    private final Lists lists;
    private final Styles styles;
    private final Map<String, Map<Integer, ListLevel>> abstracts = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    ListsReader(Lists lists, Styles styles) {
      this.lists = lists;
      this.styles = styles;
    }

    void read(XMLStreamReader at) throws XMLStreamException {
      while (at.hasNext()) {
        if (at.next() == XMLStreamReader.START_ELEMENT) {
          switch (at.getLocalName()) {
            case "abstractNum" -> readAbstract(at);
            case "num" -> readList(at);
            default -> {}
          }
        }
      }
    }

    private void readAbstract(XMLStreamReader at) throws XMLStreamException {
      String id = WordXml.attribute(at, "abstractNumId", "");
      Map<Integer, ListLevel> levels = new HashMap<>();
      while (!isEnd(at, at.next(), "abstractNum")) {
        if (at.isStartElement() && at.getLocalName().equals("lvl")) {
          readLevel(at, id, levels);
        } else if (at.isStartElement() && at.getLocalName().equals("numStyleLink")) {
          links.put(id, WordXml.attribute(at, "val", ""));
        }
      }
      abstracts.put(id, levels);
    }

    private void readList(XMLStreamReader at) throws XMLStreamException {
      String id = WordXml.attribute(at, "numId", "");
      String counter = "";
      Map<Integer, ListLevel> own = new HashMap<>();
      Map<Integer, Integer> restarts = new HashMap<>();
      int depth = 0;
      while (!isEnd(at, at.next(), "num")) {
        if (at.isStartElement()) {
          switch (at.getLocalName()) {
            case "abstractNumId" -> counter = linked(WordXml.attribute(at, "val", ""));
            case "lvlOverride" -> depth = WordXml.number(at, "ilvl", 0);
            case "startOverride" -> restarts.put(depth, WordXml.number(at, "val", 1));
            case "lvl" -> readLevel(at, counter, own);
            default -> {}
          }
        }
      }
      lists.add(id, new NumberedList(counter, over(counter, own), restarts));
    }

    /** A list that is only the name of a style has its levels in that style's own list. */
    private String linked(String id) {
      String style = links.get(id);
      Styles.Place place = style == null ? null : styles.place(style);
      NumberedList list = place == null ? null : lists.list(place.list());
      return list == null ? id : list.counter();
    }

    private Map<Integer, ListLevel> over(String counter, Map<Integer, ListLevel> own) {
      Map<Integer, ListLevel> levels = new HashMap<>(abstracts.getOrDefault(counter, Map.of()));
      levels.putAll(own);
      return levels;
    }

    private void readLevel(XMLStreamReader at, String counter, Map<Integer, ListLevel> levels)
        throws XMLStreamException {
      int depth = WordXml.number(at, "ilvl", 0);
      LevelWords words = new LevelWords();
      while (!isEnd(at, at.next(), "lvl")) {
        if (at.isStartElement()) {
          words.take(at);
        }
      }
      words.style().ifPresent(style -> lists.markDepth(counter, style, depth));
      levels.put(depth, words.level());
    }

    private static boolean isEnd(XMLStreamReader at, int event, String name) {
      return event == XMLStreamReader.END_ELEMENT && at.getLocalName().equals(name);
    }
  }
}
