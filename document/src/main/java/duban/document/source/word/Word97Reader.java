package duban.document.source.word;

import duban.document.source.reading.Allowance;
import duban.document.source.reading.FormatReader;
import duban.document.source.reading.Lines;
import duban.document.source.reading.Locked;
import duban.document.source.reading.NotThisFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.IOUtils;

/** Reads .doc of Word 97 and later, which WPS writes too, under its own name. */
public final class Word97Reader implements FormatReader {

  /** No record of a file within the limit is longer, whatever length it claims. */
  private static final int MAX_RECORD_BYTES = 32 << 20;

  static {
    IOUtils.setByteArrayMaxOverride(MAX_RECORD_BYTES);
  }

  @Override
  public void read(byte[] bytes, Lines lines, Allowance allowance) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      checkKind(files.getRoot());
      allowance.next();
      read(new HWPFDocument(files), lines, allowance);
    } catch (EncryptedDocumentException wanted) {
      throw new Locked();
    } catch (OldWordFileFormatException word95) {
      throw new NotThisFormat();
    }
  }

  /** A .docx with a password is wrapped in a file of this kind; so are spreadsheets and mails. */
  private static void checkKind(DirectoryNode root) throws IOException {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw new Locked();
    }
    if (!root.hasEntryCaseInsensitive("WordDocument")) {
      throw new NotThisFormat();
    }
  }

  private static void read(HWPFDocument document, Lines lines, Allowance allowance) {
    Word97Numbers numbers = new Word97Numbers(document.getListTables());
    read(document.getRange(), numbers, lines, allowance);
    Range boxes = document.getMainTextboxRange();
    if (boxes != null) {
      read(boxes, numbers, lines, allowance);
    }
  }

  private static void read(Range range, Word97Numbers numbers, Lines lines, Allowance allowance) {
    Word97Words words = new Word97Words(lines);
    for (int i = 0; i < range.numParagraphs(); i++) {
      allowance.next();
      Paragraph paragraph = range.getParagraph(i);
      lines.text(numbers.next(paragraph));
      words.write(paragraph);
    }
  }
}
