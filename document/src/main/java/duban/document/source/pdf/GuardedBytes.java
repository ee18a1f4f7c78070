package duban.document.source.pdf;

import duban.document.source.reading.Allowance;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * A file's bytes, as the library reads them. A stream is unpacked while it is read from here, so
 * one that unpacks to a thousand times its size, or a table that leads in circles, is stopped here.
 */
final class GuardedBytes implements RandomAccessRead {

  private final byte[] bytes;
  private final Allowance allowance;
  private int position;

  GuardedBytes(byte[] bytes, Allowance allowance) {
    this.bytes = bytes;
    this.allowance = allowance;
  }

  @Override
  public int read() {
    return position < bytes.length ? bytes[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    allowance.check();
    Objects.checkFromIndexSize(offset, length, into.length);
    if (isEOF()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, into, offset, count);
    position += count;
    return count;
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public void seek(long to) throws IOException {
    allowance.check();
    if (to < 0) {
      throw new EOFException("no place " + to);
    }
    position = (int) Math.min(to, bytes.length);
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public boolean isEOF() {
    return position >= bytes.length;
  }

  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(this, start, length);
  }

  @Override
  public boolean isClosed() {
    return false;
  }

  @Override
  public void close() {
    // Nothing is held but the caller's own bytes.
  }
}
