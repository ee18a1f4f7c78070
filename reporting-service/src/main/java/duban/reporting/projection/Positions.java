package duban.reporting.projection;

import duban.ledger.mark.Mark;
import duban.ledger.mark.MarkStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** How far each ledger is applied. */
@ApplicationScoped
public class Positions {

  private final Pool pool;

  Positions(Pool pool) {
    this.pool = pool;
  }

  /** 0 for a ledger of which nothing was applied. */
  public Uni<Long> of(String ledger) {
    return all().map(marks -> marks.getOrDefault(ledger, 0L));
  }

  public Uni<Map<String, Long>> all() {
    return MarkStore.all(pool)
        .map(marks -> {
          Map<String, Long> positions = new TreeMap<>();
          marks.forEach((ledger, mark) -> positions.put(ledger, mark.seq()));
          return positions;
        });
  }

  /** The marks with the moments at which the last links were recorded. */
  public Uni<Map<String, Mark>> marks() {
    return MarkStore.all(pool);
  }
}
