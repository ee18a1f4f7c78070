package duban.document.source;

import duban.document.source.UnreadableDocument.Reason;
import duban.document.source.pdf.PdfReader;
import duban.document.source.plain.PlainReader;
import duban.document.source.reading.Allowance;
import duban.document.source.reading.FormatReader;
import duban.document.source.reading.Limits;
import duban.document.source.reading.Lines;
import duban.document.source.web.WebPage;
import duban.document.source.word.DocxReader;
import duban.document.source.word.Word97Reader;
import java.io.IOException;

/** Reads a file's text, whoever wrote the file and whatever is in it. */
public final class SourceReader {

  private SourceReader() {}

  /**
   * Blocks the caller until the text is there, for as long as {@link Limits} allows at most.
   *
   * @param fileName as it was sent; it decides only where the bytes leave the format open
   */
  public static SourceText read(byte[] bytes, String fileName) throws UnreadableDocument {
    return read(bytes, fileName, Limits.STANDARD);
  }

  static SourceText read(byte[] bytes, String fileName, Limits limits) throws UnreadableDocument {
    if (bytes.length > limits.fileBytes()) {
      throw new UnreadableDocument(Reason.TOO_LARGE);
    }
    if (bytes.length == 0) {
      throw new UnreadableDocument(Reason.NO_TEXT);
    }
    Format format = Recognition.of(bytes, fileName).orElse(null);
    if (format == null) {
      throw new UnreadableDocument(
          Recognition.promisesMore(fileName) ? Reason.BROKEN : Reason.UNKNOWN_FORMAT);
    }
    String text = ReadingThread.run(limits, () -> text(bytes, format, limits));
    if (text.isBlank()) {
      throw new UnreadableDocument(Reason.NO_TEXT);
    }
    return new SourceText(text, format);
  }

  private static String text(byte[] bytes, Format format, Limits limits) throws IOException {
    Lines lines = new Lines(limits.textChars());
    reader(format).read(bytes, lines, new Allowance(limits));
    return lines.toString();
  }

  private static FormatReader reader(Format format) {
    return switch (format) {
      case TXT -> new PlainReader();
      case HTML -> new WebPage();
      case DOCX -> new DocxReader();
      case DOC -> new Word97Reader();
      case PDF -> new PdfReader();
    };
  }
}
