package duban.progress.intake;

import duban.contracts.problem.Problem;
import duban.ledger.append.Answer;
import duban.ledger.append.Answer.Receipt;
import duban.progress.ledger.Database;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch.
 *
 * @param line 1 for the body's first line
 * @param id the event's id, where the line could be read so far
 * @param problem why it was rejected, as a problem document
 * @param cells of a workbook's row: those that the problem is about
 */
public record LineResult(
    @Schema(examples = "1") int line,
    @Schema(examples = "wj-2022-000812") @Nullable String id,
    @Schema(enumeration = {"appended", "duplicate", "rejected"}) String status,
    @Schema(examples = "812") @Nullable Long seq,
    @Nullable String hash,
    @Nullable Map<String, Object> problem,
    @Schema(examples = "[\"K5\"]") @Nullable List<String> cells) {

  public static final String REJECTED = "rejected";

  private static LineResult kept(int line, Receipt receipt) {
    String status = receipt.duplicate() ? "duplicate" : "appended";
    return new LineResult(
        line, receipt.id(), status, receipt.seq(), receipt.hash().hex(), null, null);
  }

  /** Of the ledger's answer to an append of one event. */
  static LineResult of(int line, String id, Answer<Problem> answer, String language) {
    return switch (answer) {
      case Answer.Appended<Problem> appended -> kept(line, appended.receipts().getFirst());
      case Answer.Conflicting<Problem> _ -> rejected(line, id, Appender.conflicting(id), language);
      case Answer.Refused<Problem> refused -> rejected(line, id, refused.reason(), language);
      case Answer.TryLater<Problem> _ -> rejected(line, id, Database.unavailable(), language);
      case Answer.Elsewhere<Problem> elsewhere ->
          throw new IllegalStateException("no position was asked for: " + elsewhere);
    };
  }

  static LineResult rejected(int line, @Nullable String id, Problem problem, String language) {
    return new LineResult(line, id, REJECTED, null, null, problem.document(language), null);
  }

  /** The same, with the cells that it is about. */
  public LineResult about(List<String> faulty) {
    return new LineResult(line, id, status, seq, hash, problem, faulty);
  }
}
