package duban.reporting.plan;

import duban.contracts.EventTypes;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The SQL of the journal of plans' and catalogue's events. */
@ApplicationScoped
public class PlanEventStore {

  private static final String KEEP =
      """
      insert into plan_event (ledger, seq, type, subject, recorded_at)
      select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[])
      on conflict do nothing
      """;

  public Uni<Void> keep(SqlConnection transaction, List<LedgerEvent> links) {
    Columns<LedgerEvent> columns =
        Columns.of(links)
            .text(LedgerEvent::ledger)
            .position(LedgerEvent::seq)
            .text(link -> EventTypes.brief(link.type()))
            .text(LedgerEvent::subject)
            .moment(LedgerEvent::recordedAt);
    return transaction.preparedQuery(KEEP).execute(columns.tuple()).replaceWithVoid();
  }
}
