package duban.document.source.word;

import duban.document.source.reading.Allowance;
import duban.document.source.reading.OverLimit;
import duban.document.source.reading.OverLimit.Limit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The XML parts of an office package, by name; all else in it is passed over and only measured. */
record Parts(Map<String, byte[]> parts) {

  /** Below this size a ratio says nothing: an empty part of a form packs well, too. */
  private static final int FREE_BYTES = 1 << 20;

  private static final byte[] END = {'P', 'K', 5, 6};

  /** The end's own record, and the longest comment behind it. */
  private static final int MAX_END_BYTES = 22 + (1 << 16);

  private static final int CHUNK_BYTES = 1 << 14;

  static Parts of(byte[] file, Allowance allowance) throws IOException {
    checkEnd(file);
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      Unpacking unpacking = new Unpacking(zip, allowance);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = unpacking.unpack(entry, isWanted(entry.getName()));
        parts.putIfAbsent(entry.getName(), part);
      }
    }
    return new Parts(parts);
  }

  /** The package's directory is its end. Without it the file was cut off, if between two parts. */
  private static void checkEnd(byte[] file) throws IOException {
    int first = Math.max(0, file.length - MAX_END_BYTES);
    for (int i = file.length - END.length; i >= first; i--) {
      if (Arrays.equals(file, i, i + END.length, END, 0, END.length)) {
        return;
      }
    }
    throw new EOFException("cut off");
  }

  private static boolean isWanted(String name) {
    return name.endsWith(".rels") || (name.endsWith(".xml") && name.startsWith("word/"));
  }

  byte @Nullable [] part(@Nullable String name) {
    return name == null ? null : parts.get(name);
  }

  private static final class Unpacking {

    private final ZipInputStream zip;
    private final Allowance allowance;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private long unpackedBytes;

    Unpacking(ZipInputStream zip, Allowance allowance) {
      this.zip = zip;
      this.allowance = allowance;
    }

    byte[] unpack(ZipEntry entry, boolean wanted) throws IOException {
      allowance.next();
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      long bytes = 0;
      for (int count = zip.read(chunk); count >= 0; count = zip.read(chunk)) {
        bytes += count;
        check(count);
        part.write(chunk, 0, wanted ? count : 0);
      }
      checkRatio(bytes, packedBytes(entry, bytes));
      return part.toByteArray();
    }

    private void check(int count) {
      allowance.check();
      unpackedBytes += count;
      if (unpackedBytes > allowance.limits().unpackedBytes()) {
        throw new OverLimit(Limit.UNPACKED);
      }
    }

    private void checkRatio(long bytes, long packedBytes) {
      if (bytes > FREE_BYTES
          && bytes / Math.max(1, packedBytes) > allowance.limits().unpackedRatio()) {
        throw new OverLimit(Limit.UNPACKED);
      }
    }

    /** Known for sure only when the part has been read; the file's own word comes before it. */
    private static long packedBytes(ZipEntry entry, long otherwise) {
      return entry.getCompressedSize() < 0 ? otherwise : entry.getCompressedSize();
    }
  }
}
