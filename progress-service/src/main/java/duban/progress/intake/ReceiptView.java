package duban.progress.intake;

import duban.ledger.append.Answer.Receipt;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an accepted event stands; a repeat is given the same again. */
@Schema(requiredProperties = {"ledger", "seq", "hash", "recordedAt"})
public record ReceiptView(
    @Schema(examples = "progress/320412") String ledger,
    @Schema(examples = "812") long seq,
    @Schema(examples = "9f2c4a…") String hash,
    @Schema(examples = "2022-07-01T02:10:11.123Z") Instant recordedAt) {

  static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.ledger(), receipt.seq(), receipt.hash().hex(), receipt.recordedAt());
  }

  /** The receipts of an array, in its order. */
  @Schema(name = "Receipts", requiredProperties = "events")
  public record Several(List<ReceiptView> events) {
    static Several of(List<Receipt> receipts) {
      return new Several(receipts.stream().map(ReceiptView::of).toList());
    }
  }
}
