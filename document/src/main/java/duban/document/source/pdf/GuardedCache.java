package duban.document.source.pdf;

import duban.document.source.reading.Allowance;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;
import org.apache.pdfbox.io.RandomAccessStreamCacheImpl;

/** Where the library keeps streams that it has deciphered; in memory, never in a file. */
final class GuardedCache extends RandomAccessStreamCacheImpl {

  private final Allowance allowance;

  GuardedCache(Allowance allowance) {
    this.allowance = allowance;
  }

  @Override
  public RandomAccess createBuffer() {
    return new GuardedBuffer(allowance);
  }

  private static final class GuardedBuffer extends RandomAccessReadWriteBuffer {

    private final Allowance allowance;

    GuardedBuffer(Allowance allowance) {
      this.allowance = allowance;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      allowance.check();
      return super.read(into, offset, length);
    }
  }
}
