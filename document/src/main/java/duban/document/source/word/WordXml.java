package duban.document.source.word;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a .docx, element by element. Names are compared without their namespaces: the strict
 * kind of the format has others than the common one, for the same elements.
 */
final class WordXml {

  private static final XMLInputFactory FACTORY = factory();

  private WordXml() {}

  /** The JDK's own parser, since another on the class path may know none of these switches. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("a document fetches nothing");
    });
    return factory;
  }

  static XMLStreamReader open(byte[] part) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  static @Nullable String attribute(XMLStreamReader at, String name) {
    for (int i = 0; i < at.getAttributeCount(); i++) {
      if (at.getAttributeLocalName(i).equals(name)) {
        return at.getAttributeValue(i);
      }
    }
    return null;
  }

  static String attribute(XMLStreamReader at, String name, String otherwise) {
    String value = attribute(at, name);
    return value == null ? otherwise : value;
  }

  static @Nullable Integer number(XMLStreamReader at, String name) {
    String value = attribute(at, name);
    return value != null && value.matches("-?\\d{1,9}") ? Integer.valueOf(value) : null;
  }

  static int number(XMLStreamReader at, String name, int otherwise) {
    Integer value = number(at, name);
    return value == null ? otherwise : value;
  }

  /** A switch that is named is on, unless it says that it is off. */
  static boolean isOn(XMLStreamReader at) {
    return switch (attribute(at, "val", "true")) {
      case "0", "false", "off" -> false;
      default -> true;
    };
  }

  /** Goes to the end of the element that starts here. */
  static void skip(XMLStreamReader at) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = at.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
  }
}
