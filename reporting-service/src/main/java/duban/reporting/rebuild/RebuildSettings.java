package duban.reporting.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fast a rebuild goes, and how long it may be in the way. */
@ConfigMapping(prefix = "duban.rebuild")
public interface RebuildSettings {

  /** Links written in one transaction. */
  @WithDefault("2000")
  int batchEvents();

  /** How long a transaction beside running tables lets those of others go first at the most. */
  @WithDefault("50ms")
  Duration yieldsFor();

  /** Ledgers read at a time while nobody can be served before they are. */
  @WithDefault("2")
  int readersAlone();

  /** Ledgers read at a time beside running tables: those who ask come first. */
  @WithDefault("1")
  int readersBeside();

  default int readers(boolean served) {
    return served ? readersBeside() : readersAlone();
  }

  /** Targets told in one transaction. */
  @WithDefault("500")
  int targetsAtOnce();

  /** So few events behind, the rest is applied while the intake waits. */
  @WithDefault("200")
  long levelWithin();

  /** How long the intake may be kept waiting for the switch; then it is tried again later. */
  @WithDefault("60s")
  Duration intakeWaits();

  /** How long new reports may queue behind the switch that waits for running ones to end. */
  @WithDefault("300ms")
  Duration reportsWait();

  /** How often the comparison, or the switch, is tried before the rebuild is given up. */
  @WithDefault("20")
  int tries();
}
