package duban.reporting.question;

import duban.reporting.catalogue.Setting;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From where a report looks.
 *
 * @param setting the day it is told for, and the catalogue as it was known: names, district tree,
 *     indicators and the municipality's settings
 * @param knownAt null: all that is known now
 * @param isPresent whether the projections as they stand are the answer
 */
public record Viewpoint(Setting setting, @Nullable Instant knownAt, boolean isPresent) {

  public LocalDate day() {
    return setting.today();
  }

  /** The same, told by folding whatever the projections say. */
  public Viewpoint folded() {
    return new Viewpoint(setting, knownAt, false);
  }
}
