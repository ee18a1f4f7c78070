package duban.reporting.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes down what progress events say. */
@ApplicationScoped
class ProgressWriter {

  private static final Logger LOG = Logger.getLogger(ProgressWriter.class);

  private final EventStore events;

  ProgressWriter(EventStore events) {
    this.events = events;
  }

  /** All in one statement, then the voids among them in another, which may name any before them. */
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
    return events
        .keep(transaction, facts)
        .chain(() -> events.takeBack(transaction, voids))
        .invoke(subjects -> touched.subjects().addAll(subjects))
        .replaceWithVoid();
  }
}
