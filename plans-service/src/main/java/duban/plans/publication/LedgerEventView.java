package duban.plans.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import duban.contracts.EventTypes;
import duban.ledger.chain.LedgerEvent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One link, as every service shows it.
 *
 * @param body canonical JSON, from which {@code bodyDigest} can be recomputed; null when erased
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "LedgerEvent")
public record LedgerEventView(
    long seq,
    String id,
    String type,
    String fullType,
    String subject,
    @Schema(nullable = true) @Nullable String refers,
    Instant recordedAt,
    @JsonRawValue @Schema(implementation = Object.class) @Nullable String body,
    String bodyDigest,
    String hash) {

  static LedgerEventView of(LedgerEvent link) {
    return new LedgerEventView(
        link.seq(),
        link.id(),
        EventTypes.brief(link.type()),
        link.type(),
        link.subject(),
        link.refers(),
        link.recordedAt(),
        link.body(),
        link.bodyDigest().hex(),
        link.hash().hex());
  }
}
