package duban.gateway.limit;

import io.vertx.core.Handler;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's body that fails once it is longer than allowed. A chunked body does not tell its
 * length, so it can only be counted as it passes.
 */
public final class BoundedBody implements ReadStream<Buffer> {

  private final ReadStream<Buffer> source;
  private final long limitBytes;
  private final Runnable overrun;
  private long seenBytes;
  private @Nullable Handler<Throwable> failure;

  /**
   * @param overrun told once, before the stream fails
   */
  public BoundedBody(ReadStream<Buffer> source, long limitBytes, Runnable overrun) {
    this.source = source;
    this.limitBytes = limitBytes;
    this.overrun = overrun;
  }

  @Override
  public BoundedBody handler(@Nullable Handler<Buffer> handler) {
    source.handler(handler == null ? null : piece -> count(piece, handler));
    return this;
  }

  @Override
  public BoundedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    failure = handler;
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public BoundedBody endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(handler);
    return this;
  }

  @Override
  public BoundedBody pause() {
    source.pause();
    return this;
  }

  @Override
  public BoundedBody resume() {
    source.resume();
    return this;
  }

  @Override
  public BoundedBody fetch(long amount) {
    source.fetch(amount);
    return this;
  }

  private void count(Buffer piece, Handler<Buffer> handler) {
    boolean within = seenBytes <= limitBytes;
    seenBytes += piece.length();
    if (seenBytes <= limitBytes) {
      handler.handle(piece);
    } else if (within) {
      overrun.run();
      fail();
    }
  }

  private void fail() {
    if (failure != null) {
      failure.handle(new VertxException("the body is longer than allowed", true));
    }
  }
}
