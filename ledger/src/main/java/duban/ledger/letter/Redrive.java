package duban.ledger.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a message was taken again.
 *
 * @param by the subject of whoever asked for it
 * @param why in the case of WAITING: what is in the way
 */
public record Redrive(Outcome outcome, Instant at, String by, @Nullable String why) {}
