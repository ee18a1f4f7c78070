package duban.document.source.word;

import duban.document.source.reading.Allowance;
import duban.document.source.reading.FormatReader;
import duban.document.source.reading.Lines;
import duban.document.source.reading.NotThisFormat;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/**
 * Reads .docx, from the package's own XML as a stream: the time and memory it takes follow the size
 * of the text, and all that is in the text is seen (content controls, text boxes, insertions).
 */
public final class DocxReader implements FormatReader {

  @Override
  public void read(byte[] bytes, Lines lines, Allowance allowance) throws IOException {
    Parts parts = Parts.of(bytes, allowance);
    try {
      read(parts, lines, allowance);
    } catch (XMLStreamException broken) {
      throw new IOException(broken);
    }
  }

  private static void read(Parts parts, Lines lines, Allowance allowance)
      throws IOException, XMLStreamException {
    String main = Relations.of(parts, "").target("officeDocument");
    byte[] body = parts.part(main);
    if (main == null || body == null) {
      throw new NotThisFormat();
    }
    Relations near = Relations.of(parts, main);
    Styles styles = Styles.of(parts.part(near.target("styles")));
    Lists lists = Lists.of(parts.part(near.target("numbering")), styles);
    new BodyReader(lines, allowance, new ParagraphNumbers(lists, styles)).read(WordXml.open(body));
  }
}
