package duban.progress.intake;

import duban.contracts.Ledgers;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.ledger.append.Answer;
import duban.ledger.append.Answer.Receipt;
import duban.ledger.append.Append;
import duban.ledger.append.Ledger;
import duban.ledger.append.LedgerUnavailable;
import duban.ledger.chain.NewEvent;
import duban.progress.ledger.Database;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Appends a request whole, and says in the caller's terms when it was not. */
@ApplicationScoped
class Appender {

  private static final Logger LOG = Logger.getLogger(Appender.class);

  private final Ledger<Problem> ledger;
  private final Duration timeout;

  Appender(Ledger<Problem> ledger, IntakeLimits limits) {
    this.ledger = ledger;
    this.timeout = limits.appendTimeout();
  }

  /**
   * @throws ProblemException when it was not appended
   */
  Receipt appendOne(String district, Poster poster, NewEvent event, OptionalLong expectedSeq) {
    Answer<Problem> answer = answer(district, new Append(List.of(event), expectedSeq, poster.at()));
    return receipts(answer, (_, problem) -> problem).getFirst();
  }

  /**
   * @return one receipt an event
   * @throws ProblemException when none was appended; its pointers begin at the array
   */
  List<Receipt> appendTogether(
      String district, Poster poster, List<NewEvent> events, OptionalLong expectedSeq) {
    return receipts(answer(district, new Append(events, expectedSeq, poster.at())), Appender::at);
  }

  private static List<Receipt> receipts(
      Answer<Problem> answer, BiFunction<Integer, Problem, Problem> placed) {
    return switch (answer) {
      case Answer.Appended<Problem> appended -> appended.receipts();
      case Answer.Conflicting<Problem> conflict ->
          throw new ProblemException(placed.apply(conflict.index(), conflicting(conflict.id())));
      case Answer.Refused<Problem> refused ->
          throw new ProblemException(placed.apply(refused.index(), refused.reason()));
      case Answer.TryLater<Problem> _ -> throw new ProblemException(queueFull());
      case Answer.Elsewhere<Problem> elsewhere ->
          throw new ProblemException(ExpectedSeq.elsewhere(elsewhere.actualSeq()));
    };
  }

  private Answer<Problem> answer(String district, Append request) {
    try {
      return ledger.append(Ledgers.progress(district), request).await().atMost(timeout);
    } catch (LedgerUnavailable | TimeoutException e) {
      LOG.warnf("an append to %s was not answered: %s", district, cause(e));
      throw new ProblemException(Database.unavailable());
    }
  }

  private static Throwable cause(RuntimeException e) {
    return e.getCause() != null ? e.getCause() : e;
  }

  /** The problem of an array's event, its pointers made to begin at the array. */
  static Problem at(int index, Problem problem) {
    List<FieldProblem> errors =
        problem.errors().isEmpty()
            ? List.of(new FieldProblem("/" + index, problem.detail()))
            : problem.errors().stream()
                .map(e -> new FieldProblem("/" + index + e.pointer(), e.detail()))
                .toList();
    return new Problem(problem.type(), problem.detail(), errors);
  }

  static Problem conflicting(String id) {
    return Problem.at(
        ProblemType.EVENT_ID_CONFLICT,
        "/id",
        "编号 " + id + " 已用于其他内容。",
        "The id " + id + " was used for other content.");
  }

  static Problem queueFull() {
    return Problem.of(
        ProblemType.TRY_LATER,
        "该台账排队已满，请稍后再试。",
        "The ledger's queue is full; try again in a moment.");
  }
}
