package duban.document.source.word;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which list the paragraphs of a style are numbered in. */
final class Styles {

  private static final int MAX_ANCESTORS = 20;

  private final Map<String, Style> styles = new HashMap<>();
  private @Nullable String normal;

  /**
   * @param list null where the style leaves it to the one that it is based on
   */
  private record Style(@Nullable String basedOn, @Nullable String list, @Nullable Integer depth) {}

  /**
   * The place in a list that a style gives to its paragraphs.
   *
   * @param style the one that names the list, whose level is marked with it
   */
  record Place(String list, @Nullable Integer depth, String style) {}

  static Styles of(byte @Nullable [] xml) throws XMLStreamException {
    Styles styles = new Styles();
    if (xml != null) {
      for (XMLStreamReader at = WordXml.open(xml); at.hasNext(); ) {
        if (at.next() == XMLStreamReader.START_ELEMENT && at.getLocalName().equals("style")) {
          styles.add(at);
        }
      }
    }
    return styles;
  }

  private void add(XMLStreamReader at) throws XMLStreamException {
    String id = WordXml.attribute(at, "styleId", "");
    boolean standard =
        WordXml.attribute(at, "type", "").equals("paragraph")
            && WordXml.attribute(at, "default", "0").matches("1|true|on");
    if (standard) {
      normal = id;
    }
    styles.put(id, read(at));
  }

  private static Style read(XMLStreamReader at) throws XMLStreamException {
    String basedOn = null;
    String list = null;
    Integer depth = null;
    while (!isEnd(at, at.next())) {
      if (at.isStartElement()) {
        switch (at.getLocalName()) {
          case "basedOn" -> basedOn = WordXml.attribute(at, "val");
          case "numId" -> list = WordXml.attribute(at, "val");
          case "ilvl" -> depth = WordXml.number(at, "val");
          case "pPrChange" -> WordXml.skip(at);
          default -> {}
        }
      }
    }
    return new Style(basedOn, list, depth);
  }

  private static boolean isEnd(XMLStreamReader at, int event) {
    return event == XMLStreamReader.END_ELEMENT && at.getLocalName().equals("style");
  }

  /** The place of paragraphs of a style, or of those that name none. */
  @Nullable Place place(@Nullable String style) {
    String at = style == null ? normal : style;
    Integer depth = null;
    for (int i = 0; i < MAX_ANCESTORS && at != null; i++) {
      Style found = styles.get(at);
      if (found == null) {
        return null;
      }
      depth = depth == null ? found.depth() : depth;
      if (found.list() != null) {
        return new Place(found.list(), depth, at);
      }
      at = found.basedOn();
    }
    return null;
  }
}
