package duban.progress.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells a file's kind from its content. */
public final class Recognition {

  private static final int LONGEST_SIGNATURE = 8;
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE2 = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };

  private Recognition() {}

  /**
   * The kind of a file.
   *
   * @param extension of its name, without the dot; may be empty
   * @param declared its Content-Type as the sender says it; may be empty
   * @return empty when it is of no kind that is taken, or not what its sender says
   */
  public static Optional<FileKind> of(Path file, String extension, String declared)
      throws IOException {
    return kinds(file).stream()
        .filter(kind -> kind.agreesWithExtension(extension) && kind.agreesWithType(declared))
        .findFirst();
  }

  /** Whether it is a document of an office program behind a password. */
  public static boolean isEncrypted(Path file) throws IOException {
    if (!startsWith(start(file), OLE2)) {
      return false;
    }
    try (POIFSFileSystem entries = new POIFSFileSystem(file.toFile(), true)) {
      return entries.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
    } catch (IOException | RuntimeException damaged) {
      return false;
    }
  }

  /** All that the content may be: a table in CSV is a text too. */
  private static List<FileKind> kinds(Path file) throws IOException {
    byte[] start = start(file);
    if (startsWith(start, PDF)) {
      return List.of(FileKind.PDF);
    }
    if (startsWith(start, PNG)) {
      return List.of(FileKind.PNG);
    }
    if (startsWith(start, JPEG)) {
      return List.of(FileKind.JPEG);
    }
    if (startsWith(start, ZIP)) {
      return OfficeZip.kind(file).stream().toList();
    }
    if (startsWith(start, OLE2)) {
      return oldOffice(file).stream().toList();
    }
    return PlainText.is(file) ? List.of(FileKind.TEXT, FileKind.CSV) : List.of();
  }

  /** An installer and an encrypted workbook begin with the same bytes: the entries tell. */
  private static Optional<FileKind> oldOffice(Path file) {
    try (POIFSFileSystem entries = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = entries.getRoot();
      if (root.hasEntryCaseInsensitive("Macros")
          || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
        return Optional.empty();
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        return Optional.of(FileKind.DOC);
      }
      return root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
          ? Optional.of(FileKind.XLS)
          : Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      // The reader throws all sorts of exceptions on what somebody made up.
      return Optional.empty();
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LONGEST_SIGNATURE);
    }
  }

  private static boolean startsWith(byte[] start, byte[] signature) {
    return start.length >= signature.length
        && Arrays.equals(start, 0, signature.length, signature, 0, signature.length);
  }
}
