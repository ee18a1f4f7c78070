package duban.progress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.door.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Reads JSON bodies into memory, each and all of them together within a limit, so that many large
 * bodies at once are told to come later instead of taking the heap.
 */
final class JsonBody {

  /** A body beyond its limit is read on so far, so that a client still writing gets its answer. */
  private static final long DRAIN_BYTES = 8L * 1024 * 1024;

  private final int maxBytes;
  private final Semaphore room;

  JsonBody(int maxBytes, int maxBytesAtOnce) {
    this.maxBytes = maxBytes;
    this.room = new Semaphore(maxBytesAtOnce);
  }

  /**
   * @param length what the head says of the body's length, below 0 when it says nothing
   * @throws ProblemException TOO_LARGE, TRY_LATER or MALFORMED_JSON
   */
  <T> T read(InputStream body, long length, Function<JsonNode, T> use) throws IOException {
    int needed = length < 0 ? maxBytes : (int) Math.min(length, maxBytes);
    if (!room.tryAcquire(needed)) {
      throw new ProblemException(Appender.queueFull());
    }
    try {
      byte[] json = body.readNBytes(maxBytes + 1);
      if (json.length > maxBytes) {
        throw tooLarge(body);
      }
      return use.apply(StrictJson.tree(json));
    } finally {
      room.release(needed);
    }
  }

  private ProblemException tooLarge(InputStream body) throws IOException {
    body.skip(DRAIN_BYTES);
    return ProblemException.of(
        ProblemType.TOO_LARGE,
        "请求体不能超过 " + maxBytes + " 字节。",
        "The body must not be larger than " + maxBytes + " bytes.");
  }
}
