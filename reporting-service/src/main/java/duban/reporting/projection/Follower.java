package duban.reporting.projection;

import duban.reporting.catalogue.Setting;
import duban.reporting.event.ProgressFact;
import duban.reporting.feed.Change;
import duban.reporting.store.Columns;
import duban.reporting.store.EventTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * A room that keeps something of its own of the events, beside the standings: it is told of each
 * batch in the transaction that applies it, and of each day's turn in the transaction that turns a
 * district, and answers with what clients shall see of it.
 */
public interface Follower {

  /** Where it keeps a row for each event that it needs. */
  EventTable table();

  /** The rows of the table that these facts make. */
  Columns<?> rows(List<ProgressFact> facts);

  /** Writes down what it needs of the facts; every one of them is new. */
  Uni<List<Change>> follow(SqlConnection transaction, List<ProgressFact> facts, Setting setting);

  /** Moves what moves with the calendar alone, for one district and the setting's day. */
  Uni<List<Change>> turn(SqlConnection transaction, String district, Setting setting);
}
