package duban.ledger.mark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has applied a ledger.
 *
 * @param recordedAt when the last applied link was recorded; null when none was
 */
public record Mark(long seq, @Nullable Instant recordedAt) {}
