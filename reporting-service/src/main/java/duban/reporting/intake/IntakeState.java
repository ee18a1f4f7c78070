package duban.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which channels cannot apply what has come, since when and why. */
@ApplicationScoped
public class IntakeState {

  /** A channel's trouble. */
  public record Trouble(Instant since, String why) {}

  private final Map<String, Trouble> troubles = new ConcurrentSkipListMap<>();

  void failed(String channel, Throwable failure) {
    troubles.compute(
        channel,
        (name, known) ->
            new Trouble(known == null ? Instant.now() : known.since(), String.valueOf(failure)));
  }

  void recovered(String channel) {
    troubles.remove(channel);
  }

  public Map<String, Trouble> troubles() {
    return new TreeMap<>(troubles);
  }

  /** Whether what is told may be behind what has come. */
  public boolean isLate() {
    return !troubles.isEmpty();
  }
}
