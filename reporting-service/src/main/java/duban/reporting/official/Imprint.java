package duban.reporting.official;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says of its own issue.
 *
 * @param number null for a draft
 * @param digest of the content as it was issued; null for a draft
 */
public record Imprint(LocalDate day, @Nullable Integer number, @Nullable String digest) {

  public static Imprint draft(LocalDate day) {
    return new Imprint(day, null, null);
  }
}
