package duban.reporting.verification;

import duban.ledger.chain.LedgerEvent;
import duban.reporting.event.ProgressFact;
import duban.reporting.projection.Follower;
import duban.reporting.store.Columns;
import duban.reporting.store.EventTable;
import duban.reporting.store.EventTable.Stretch;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Compares what the followers keep beside the standings with what the ledgers say. */
@ApplicationScoped
class BesideCheck {

  /** For one follower's rows of one page. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;
  private final List<Follower> followers;

  BesideCheck(Pool pool, @All List<Follower> followers) {
    this.pool = pool;
    this.followers = followers;
  }

  /**
   * It blocks.
   *
   * @param facts all of a stretch of the ledger, at least one, in order
   */
  void page(String ledger, List<ProgressFact> facts, Findings findings) {
    List<Long> erased =
        facts.stream()
            .map(ProgressFact::link)
            .filter(link -> link.body() == null)
            .map(LedgerEvent::seq)
            .toList();
    Stretch stretch =
        new Stretch(
            ledger, facts.getFirst().link().seq() - 1, facts.getLast().link().seq(), erased);
    followers.forEach(follower -> compare(follower, facts, stretch, findings));
  }

  private void compare(
      Follower follower, List<ProgressFact> facts, Stretch stretch, Findings findings) {
    EventTable table = follower.table();
    Columns<?> expected = follower.rows(facts);
    findings.lookedAt(table.kind(), expected.size());
    table
        .odd(pool, expected, stretch)
        .await()
        .atMost(PATIENCE)
        .forEach(odd ->
            findings.add(
                new Difference(
                    table.kind(),
                    stretch.ledger() + "/" + odd.seq(),
                    odd.field(),
                    odd.stored(),
                    odd.expected())));
  }

  /** Rows that belong to no event that was ever applied. */
  Uni<List<Difference>> strays(SqlClient client) {
    return Multi.createFrom()
        .iterable(followers)
        .onItem()
        .transformToUniAndConcatenate(follower -> strays(client, follower.table()))
        .collect()
        .asList()
        .map(found -> found.stream().flatMap(List::stream).toList());
  }

  private static Uni<List<Difference>> strays(SqlClient client, EventTable table) {
    return table
        .stray(client)
        .map(rows ->
            rows.stream()
                .map(row ->
                    new Difference(
                        table.kind(), row.ledger() + "/" + row.seq(), "row", "a row", null))
                .toList());
  }
}
