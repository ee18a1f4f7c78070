package duban.progress.recognition;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells Office's kinds of ZIP file from each other and from every other. Nothing is unpacked. */
public final class OfficeZip {

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int LONGEST_DIRECTORY = 1 << 20;

  private OfficeZip() {}

  static Optional<FileKind> kind(Path file) throws IOException {
    if (!hasModestDirectory(file)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("[Content_Types].xml") == null || hasMacros(zip)) {
        return Optional.empty();
      }
      if (zip.getEntry("word/document.xml") != null) {
        return Optional.of(FileKind.DOCX);
      }
      if (zip.getEntry("xl/workbook.xml") != null) {
        return Optional.of(FileKind.XLSX);
      }
      return zip.getEntry("ppt/presentation.xml") != null
          ? Optional.of(FileKind.PPTX)
          : Optional.empty();
    } catch (java.util.zip.ZipException damaged) {
      return Optional.empty();
    }
  }

  private static boolean hasMacros(ZipFile zip) {
    return zip.stream().map(ZipEntry::getName).anyMatch(name -> name.endsWith("vbaProject.bin"));
  }

  /**
   * Whether the list of the file's entries is one that an office program writes. It is read into
   * memory whole, and a file may be made of nothing else.
   */
  public static boolean hasModestDirectory(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), END_BYTES + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
      ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END_BYTES; at >= 0; at--) {
        if (bytes.getInt(at) == END) {
          long directoryBytes = Integer.toUnsignedLong(bytes.getInt(at + 12));
          return directoryBytes <= LONGEST_DIRECTORY;
        }
      }
      return false;
    }
  }
}
