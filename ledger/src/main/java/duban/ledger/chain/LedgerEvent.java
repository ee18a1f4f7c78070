package duban.ledger.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of a ledger.
 *
 * @param ledger its name, e.g. {@code progress/320412}
 * @param seq 1, 2, 3, ... without holes
 * @param refers see {@link NewEvent#refers}
 * @param recordedAt when it was appended, in whole milliseconds; never earlier than the link before
 * @param body canonical JSON; null when the law had it erased, which leaves the chain whole
 * @param bodyDigest SHA-256 of the body's UTF-8 bytes
 * @param hash see {@link Chain#link}
 */
public record LedgerEvent(
    String ledger,
    long seq,
    String id,
    String type,
    String subject,
    @Nullable String refers,
    Instant recordedAt,
    @Nullable String body,
    Hash bodyDigest,
    Hash hash) {}
