package duban.progress.replica;

import java.time.Instant;

/**
 * A ledger of plans of which a link is missing or cannot be read.
 *
 * @param why what kept it at the last try
 */
public record Held(String ledger, Instant since, String why) {}
