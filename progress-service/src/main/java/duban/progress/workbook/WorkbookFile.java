package duban.progress.workbook;

import duban.progress.evidence.Arrival;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was handed in, in a file that is gone when closed: read from a file it takes least memory.
 */
record WorkbookFile(Path path) implements Closeable {

  /**
   * @throws IOException when the body breaks off
   * @throws duban.door.ProblemException TOO_LARGE, INVALID_REQUEST or TRY_LATER
   */
  static WorkbookFile of(InputStream body, int maxBytes) throws IOException {
    WorkbookFile file = new WorkbookFile(Files.createTempFile("duban-workbook-", ".xlsx"));
    boolean whole = false;
    try {
      Arrival.of(body, file.path(), maxBytes);
      whole = true;
      return file;
    } finally {
      if (!whole) {
        file.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
