package duban.document.source.reading;

import java.time.Duration;

/**
 * How much one document may take. The largest plans are some hundred pages, a few megabytes and a
 * million characters.
 *
 * @param fileBytes the file as it was sent
 * @param unpackedBytes all that the file unpacks to
 * @param unpackedRatio of a packed part's bytes to those it was packed into
 * @param textChars the text, in UTF-16 code units
 * @param pdfPages of a PDF
 * @param burstBytes allocated between two paragraphs or pages: a part that says it is small and is
 *     not is stopped here, before it fills the heap
 * @param time from the first byte to the text
 */
public record Limits(
    int fileBytes,
    long unpackedBytes,
    int unpackedRatio,
    int textChars,
    int pdfPages,
    long burstBytes,
    Duration time) {

  private static final int MEGA = 1 << 20;

  public static final Limits STANDARD =
      new Limits(20 * MEGA, 200L * MEGA, 200, 5_000_000, 2_000, burst(), Duration.ofSeconds(60));

  /** Never more than a part of the heap, since the paragraph or page may hold on to all of it. */
  private static long burst() {
    return Math.min(256L * MEGA, Runtime.getRuntime().maxMemory() / 2);
  }
}
