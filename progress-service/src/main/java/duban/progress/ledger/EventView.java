package duban.progress.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import duban.contracts.EventTypes;
import duban.ledger.chain.LedgerEvent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A link of a ledger as the API shows it.
 *
 * @param body the canonical JSON itself, not a string of it; null when the law had it erased
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EventView(
    @Schema(examples = "812") long seq,
    @Schema(examples = "wj-2022-000812") String id,
    @Schema(examples = "progress.reported") String type,
    @Schema(examples = "cn.duban.progress.reported.v1") String fullType,
    @Schema(examples = "320412-2022.6.1") String subject,
    @Schema(nullable = true) @Nullable String refers,
    Instant recordedAt,
    @Schema(
            implementation = Object.class,
            examples =
                "{\"asOf\":\"2022-06-30\",\"by\":\"wujin\",\"target\":\"320412-2022.6.1\",\"value\":3200}")
        @JsonRawValue
        @Nullable String body,
    String bodyDigest,
    String hash) {

  static EventView of(LedgerEvent link) {
    return new EventView(
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
