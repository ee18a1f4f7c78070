package duban.reporting.projection;

import duban.reporting.event.FactStore;
import duban.reporting.event.ProgressFact;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes down what progress events say. */
@ApplicationScoped
class ProgressWriter {

  private static final Logger LOG = Logger.getLogger(ProgressWriter.class);

  private final FactStore journal;

  ProgressWriter(FactStore journal) {
    this.journal = journal;
  }

  /**
   * All in one statement, then the voids, verdicts and explanations among them, each kind in one of
   * its own, which may name any before them.
   */
  Uni<Void> write(SqlConnection transaction, List<ProgressFact> facts, Touched touched) {
    if (facts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    for (ProgressFact fact : facts) {
      if (fact.isObservation()) {
        touched.subjects().add(fact.subject());
      }
      if (!fact.understood()) {
        LOG.errorf(
            "not understood: ledger=%s seq=%d type=%s",
            fact.link().ledger(), fact.link().seq(), fact.link().type());
      }
    }
    List<ProgressFact> voids = facts.stream().filter(ProgressFact::isVoid).toList();
    List<ProgressFact> verdicts = facts.stream().filter(fact -> fact.verdict() != null).toList();
    List<ProgressFact> explained = facts.stream().filter(ProgressFact::isExplanation).toList();
    return journal
        .keep(transaction, facts)
        .chain(() -> journal.takeBack(transaction, voids))
        .invoke(touched.subjects()::addAll)
        .chain(() -> journal.judge(transaction, verdicts))
        .invoke(touched.subjects()::addAll)
        .chain(() -> journal.explain(transaction, explained))
        .invoke(touched.subjects()::addAll)
        .replaceWithVoid();
  }
}
