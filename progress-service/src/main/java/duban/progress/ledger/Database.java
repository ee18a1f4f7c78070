package duban.progress.ledger;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.Outage;
import duban.door.ProblemException;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * How the service waits for its database. When it does not answer, the caller hears "try later":
 * nothing that was asked is wrong, and repeating it is safe.
 */
public final class Database {

  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Database() {}

  public static <T> Uni<T> orTryLater(Uni<T> asked) {
    return asked
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure(Database::isAway)
        .transform(Database::tryLater);
  }

  /** For virtual threads, which may block; it sets no timer, since a batch comes here often. */
  public static <T> T await(Uni<T> asked) {
    try {
      return asked
          .onFailure(Database::isAway)
          .transform(Database::tryLater)
          .await()
          .atMost(PATIENCE);
    } catch (TimeoutException e) {
      throw tryLater(e);
    }
  }

  /** Anything else is a bug of ours, and is not to be tried again. */
  private static boolean isAway(Throwable failure) {
    return failure instanceof TimeoutException || Outage.isBehind(failure);
  }

  private static ProblemException tryLater(Throwable failure) {
    LOG.warnf("the database did not answer: %s", failure);
    return new ProblemException(unavailable());
  }

  public static Problem unavailable() {
    return Problem.of(
        ProblemType.TRY_LATER,
        "台账暂时不可用，请稍后用同一编号重试。",
        "The ledger is not available for the moment; send again later with the same id.");
  }
}
