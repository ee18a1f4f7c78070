package duban.progress.workbook;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Measures a workbook before it is read, without keeping anything of it. What packs to a few bytes
 * may fill the memory, as bytes or as the objects that its mark-up becomes.
 */
final class Unpacked {

  private static final int BUFFER = 16 * 1024;
  private static final int ELEMENT = 4;

  private final WorkbookLimits limits;
  private final byte[] buffer = new byte[BUFFER];
  private long bytes;
  private long markup;
  private byte previous;

  private Unpacked(WorkbookLimits limits) {
    this.limits = limits;
  }

  /**
   * @throws ProblemException DOCUMENT_EXPANDS_TOO_MUCH
   */
  static void check(Path file, WorkbookLimits limits) throws IOException {
    Unpacked unpacked = new Unpacked(limits);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream part = zip.getInputStream(entry)) {
          unpacked.measure(part);
        }
      }
    }
  }

  private void measure(InputStream part) throws IOException {
    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
      bytes += read;
      markup += marks(read);
      if (bytes > limits.maxUnpackedBytes() || markup > limits.maxMarkup()) {
        throw ProblemException.of(
            ProblemType.DOCUMENT_EXPANDS_TOO_MUCH,
            "工作簿展开后过大，请只上传从本系统下载的填报表，不要加入其他内容。",
            "Unpacked the workbook is too large: hand in the one that was downloaded here, with"
                + " nothing added to it.");
      }
    }
  }

  /** A tag that ends counts nothing, a word with such a character hardly matters. */
  private long marks(int length) {
    long found = 0;
    for (int i = 0; i < length; i++) {
      if (previous == '<' && buffer[i] != '/') {
        found += ELEMENT;
      } else if (buffer[i] == '=') {
        found++;
      }
      previous = buffer[i];
    }
    return found;
  }
}
