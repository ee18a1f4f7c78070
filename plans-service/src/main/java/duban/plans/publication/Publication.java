package duban.plans.publication;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.ledger.append.Answer;
import duban.ledger.append.Answer.Receipt;
import duban.ledger.append.Append;
import duban.ledger.append.Ledger;
import duban.ledger.append.LedgerUnavailable;
import duban.ledger.chain.NewEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Appends one fact and turns what the ledger says into this service's words. */
@ApplicationScoped
public class Publication {

  private static final Problem BUSY =
      Problem.of(
          ProblemType.TRY_LATER, "台账繁忙，请稍后再试。", "The ledger is busy, please try again shortly.");

  @Inject Ledger<Problem> ledger;
  @Inject RecordedOn recordedOn;

  /**
   * @return the receipt of the fact, old or new
   * @throws ProblemException as the Uni's failure: CONFLICT when somebody else was first with other
   *     content, the refusal of the facts' order, or TRY_LATER
   */
  public Uni<Receipt> append(String name, NewEvent fact) {
    return append(name, Append.of(fact));
  }

  /**
   * As {@link #append(String, NewEvent)}, and CONFLICT when the ledger has grown past {@code seq}.
   */
  public Uni<Receipt> appendAt(String name, long seq, NewEvent fact) {
    return append(name, new Append(List.of(fact), OptionalLong.of(seq)));
  }

  private Uni<Receipt> append(String name, Append wanted) {
    @Nullable Context caller = Vertx.currentContext();
    Uni<Receipt> receipt =
        recordedOn
            .moment()
            .chain(moment -> ledger.append(name, wanted.at(moment)))
            .onFailure(LedgerUnavailable.class)
            .transform(down -> new ProblemException(BUSY))
            .map(Publication::receipt);
    // The ledger answers on its own context, and a database session is bound to its caller's.
    return caller == null
        ? receipt
        : receipt.emitOn(rest -> caller.runOnContext(ignored -> rest.run()));
  }

  private static Receipt receipt(Answer<Problem> answer) {
    return switch (answer) {
      case Answer.Appended<Problem> appended -> appended.receipts().getFirst();
      case Answer.Refused<Problem> refused -> throw new ProblemException(refused.reason());
      case Answer.Conflicting<Problem> _, Answer.Elsewhere<Problem> _ ->
          throw new ProblemException(Order.overtaken());
      case Answer.TryLater<Problem> _ -> throw new ProblemException(BUSY);
    };
  }
}
