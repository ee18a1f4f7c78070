package duban.ledger.chain;

import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to have appended.
 *
 * @param id unique in its ledger for ever; the key of idempotency
 * @param type full, versioned name
 * @param subject what it is about, for reading by subject
 * @param refers the id or key of an earlier fact that it follows upon; null when it stands alone
 * @param body its content in canonical form
 */
public record NewEvent(
    String id, String type, String subject, @Nullable String refers, CanonicalBody body) {}
