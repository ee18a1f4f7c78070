package duban.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which channels cannot apply what has come, since when and why; a channel has one writer. */
@ApplicationScoped
public class IntakeState {

  /** A channel's trouble. */
  public record Trouble(Instant since, String why) {}

  private final Map<String, Trouble> troubles = new ConcurrentSkipListMap<>();

  /** Whether that is news: it went well before, or failed for another reason. */
  boolean failed(String channel, Throwable failure) {
    String why = Objects.requireNonNullElseGet(failure.getMessage(), failure::toString);
    Trouble known = troubles.get(channel);
    troubles.put(channel, new Trouble(known == null ? Instant.now() : known.since(), why));
    return known == null || !known.why().equals(why);
  }

  /** Whether it had failed before. */
  boolean recovered(String channel) {
    return troubles.remove(channel) != null;
  }

  public Map<String, Trouble> troubles() {
    return new TreeMap<>(troubles);
  }

  /** Whether what is told may be behind what has come. */
  public boolean isLate() {
    return !troubles.isEmpty();
  }
}
