package duban.reporting.bulletin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.ProgressFact;
import duban.reporting.feed.Change;
import duban.reporting.projection.Follower;
import duban.reporting.store.Columns;
import duban.reporting.store.EventTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts the files that each report brings, since a summary tells them of every target. */
@ApplicationScoped
class EvidenceFollower implements Follower {

  private static final EventTable TABLE = new EventTable("event_evidence", "files int");

  private record Brought(String ledger, long seq, int files) {}

  @Override
  public EventTable table() {
    return TABLE;
  }

  @Override
  public Columns<?> rows(List<ProgressFact> facts) {
    List<Brought> brought =
        facts.stream()
            .map(fact -> new Brought(fact.link().ledger(), fact.link().seq(), files(fact)))
            .filter(one -> one.files() > 0)
            .toList();
    return Columns.of(brought).text(Brought::ledger).position(Brought::seq).count(Brought::files);
  }

  @Override
  public Uni<List<Change>> follow(
      SqlConnection transaction, List<ProgressFact> facts, Setting setting) {
    return TABLE.keep(transaction, rows(facts)).replaceWith(List.of());
  }

  private static int files(ProgressFact fact) {
    String body = fact.link().body();
    if (body == null || !body.contains("\"evidence\"")) {
      return 0;
    }
    try {
      JsonNode evidence = Json.lenient().readTree(body).path("evidence");
      return evidence.isArray() ? evidence.size() : 0;
    } catch (JsonProcessingException unreadable) {
      // It is kept as not understood, which verification tells.
      return 0;
    }
  }

  /** Nothing here moves with the calendar. */
  @Override
  public Uni<List<Change>> turn(SqlConnection transaction, String district, Setting setting) {
    return Uni.createFrom().item(List.of());
  }
}
