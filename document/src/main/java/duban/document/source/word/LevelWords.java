package duban.document.source.word;

import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the elements of a list's level say, until it is complete. */
final class LevelWords {

  private int start = 1;
  private NumberFormat format = NumberFormat.DECIMAL;
  private String text = "";
  private String gap = " ";
  private @Nullable Integer restartsAfter;
  private boolean legal;
  private @Nullable String style;

  void take(XMLStreamReader at) {
    switch (at.getLocalName()) {
      case "start" -> start = WordXml.number(at, "val", 1);
      case "numFmt" -> format = NumberFormat.named(WordXml.attribute(at, "val", ""));
      case "lvlText" -> text = WordXml.attribute(at, "val", "");
      case "suff" -> gap = WordXml.attribute(at, "val", "").equals("nothing") ? "" : " ";
      case "lvlRestart" -> restartsAfter = WordXml.number(at, "val");
      case "isLgl" -> legal = WordXml.isOn(at);
      case "pStyle" -> style = WordXml.attribute(at, "val");
      default -> {}
    }
  }

  Optional<String> style() {
    return Optional.ofNullable(style);
  }

  ListLevel level() {
    return new ListLevel(start, format, text, gap, restartsAfter, legal);
  }
}
