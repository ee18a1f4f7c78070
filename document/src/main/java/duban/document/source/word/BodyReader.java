package duban.document.source.word;

import duban.document.source.reading.Allowance;
import duban.document.source.reading.Lines;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the body of a .docx. A text box lies within a paragraph and has paragraphs of its own, so
 * several can be open at once; a box is written before the paragraph that it hangs on.
 */
final class BodyReader {

  private final Lines lines;
  private final Allowance allowance;
  private final ParagraphNumbers numbers;
  private final Deque<OpenParagraph> open = new ArrayDeque<>();
  private String runOn = "";
  private boolean inProperties;
  private boolean hidden;

  BodyReader(Lines lines, Allowance allowance, ParagraphNumbers numbers) {
    this.lines = lines;
    this.allowance = allowance;
    this.numbers = numbers;
  }

  void read(XMLStreamReader at) throws XMLStreamException {
    while (at.hasNext()) {
      int event = at.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        start(at);
      } else if (event == XMLStreamReader.END_ELEMENT) {
        end(at.getLocalName());
      }
    }
  }

  private void start(XMLStreamReader at) throws XMLStreamException {
    switch (at.getLocalName()) {
      case "p" -> open.push(openParagraph());
      case "pPr" -> inProperties = true;
      case "r" -> hidden = false;
      case "moveFrom", "Fallback", "pPrChange", "rPrChange", "rt", "sectPr" -> WordXml.skip(at);
      case "del" -> delete(at);
      default -> {
        if (inProperties) {
          property(at);
        } else if (!open.isEmpty()) {
          content(at);
        }
      }
    }
  }

  private OpenParagraph openParagraph() {
    OpenParagraph paragraph = new OpenParagraph();
    paragraph.words().append(runOn);
    runOn = "";
    return paragraph;
  }

  /** Within a paragraph's properties it is the paragraph's end that was deleted. */
  private void delete(XMLStreamReader at) throws XMLStreamException {
    if (inProperties && !open.isEmpty()) {
      open.element().deleteEnd();
    }
    WordXml.skip(at);
  }

  private void property(XMLStreamReader at) {
    if (open.isEmpty()) {
      return;
    }
    switch (at.getLocalName()) {
      case "pStyle" -> open.element().style(WordXml.attribute(at, "val"));
      case "numId" -> open.element().list(WordXml.attribute(at, "val"));
      case "ilvl" -> open.element().depth(WordXml.number(at, "val"));
      default -> {}
    }
  }

  private void content(XMLStreamReader at) throws XMLStreamException {
    switch (at.getLocalName()) {
      case "vanish" -> hidden = WordXml.isOn(at);
      case "t" -> write(at.getElementText());
      case "tab" -> write("\t");
      case "br", "cr" -> write("\n");
      case "noBreakHyphen" -> write("-");
      default -> {}
    }
  }

  private void write(String words) {
    if (!hidden) {
      open.element().words().append(words);
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> close();
      case "pPr" -> inProperties = false;
      case "tc" -> lines.endCell();
      case "tr" -> lines.endRow();
      default -> {}
    }
  }

  private void close() {
    allowance.next();
    OpenParagraph paragraph = open.pop();
    if (paragraph.isEndDeleted()) {
      runOn = paragraph.words().toString();
      return;
    }
    lines.text(paragraph.numbered(numbers));
    lines.endBlock();
  }
}
