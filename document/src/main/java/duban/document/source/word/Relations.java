package duban.document.source.word;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Where a part's companions are, by the last word of their kind ({@code officeDocument}, {@code
 * numbering}, {@code styles}). Word itself does not always use the usual names.
 */
record Relations(Map<String, String> targets) {

  /** The companions of the whole package where {@code part} is empty. */
  static Relations of(Parts parts, String part) throws XMLStreamException {
    int name = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, name);
    byte[] xml = parts.part(folder + "_rels/" + part.substring(name) + ".rels");
    Map<String, String> targets = new HashMap<>();
    if (xml != null) {
      for (XMLStreamReader at = WordXml.open(xml); at.hasNext(); ) {
        if (at.next() == XMLStreamReader.START_ELEMENT
            && at.getLocalName().equals("Relationship")) {
          add(at, folder, targets);
        }
      }
    }
    return new Relations(targets);
  }

  private static void add(XMLStreamReader at, String folder, Map<String, String> targets) {
    String type = WordXml.attribute(at, "Type", "");
    String target = WordXml.attribute(at, "Target", "");
    targets.putIfAbsent(
        type.substring(type.lastIndexOf('/') + 1),
        target.startsWith("/") ? target.substring(1) : folder + target);
  }

  @Nullable String target(String kind) {
    return targets.get(kind);
  }
}
