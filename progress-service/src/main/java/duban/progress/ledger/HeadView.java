package duban.progress.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import duban.ledger.read.LedgerHead;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a ledger stands; seq 0 and a hash of zeros when nothing was ever appended. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HeadView(
    @Schema(examples = "progress/320412") String ledger,
    @Schema(examples = "812") long seq,
    String hash,
    @Nullable Instant recordedAt) {

  static HeadView of(LedgerHead head) {
    return new HeadView(head.ledger(), head.seq(), head.hash().hex(), head.recordedAt());
  }

  /** Several heads, by name. */
  @Schema(name = "Heads")
  public record Several(List<HeadView> ledgers) {}
}
