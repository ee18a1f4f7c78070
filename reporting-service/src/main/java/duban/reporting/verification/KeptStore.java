package duban.reporting.verification;

import duban.contracts.plan.Plan;
import duban.reporting.catalogue.CatalogueStore.Kind;
import duban.reporting.store.Cells;
import duban.reporting.store.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what this service keeps of the ledgers, in pages. */
@ApplicationScoped
class KeptStore {

  private static final String EVENTS =
      """
      select seq, id, type, subject, refers, day, value, numerator, denominator, project, step,
             stage, said_by, part, explanation, recorded_at, encode(body_digest, 'hex') as digest
        from progress_event where ledger = $1 and seq > $2 and seq <= $3
      """;

  private static final String COUNT = "select count(*) as n from progress_event where ledger = $1";

  private static final String JOURNAL =
      "select count(*) as n from plan_event where ledger = $1 and seq <= $2";

  private static final String CLOSED =
      """
      select plan from plan where plan like $1 || '-%' and closed_at is not null
      """;

  private static final String REVISIONS =
      """
      select plan, revision, seq, content::text, encode(body_digest, 'hex') as digest
        from plan_revision where plan like $1 || '-%'
      """;

  private static final String DEFINITIONS =
      """
      select kind, key, seq, content::text, encode(body_digest, 'hex') as digest from definition
      """;

  /** An event's columns. */
  record Kept(
      long seq,
      String id,
      String type,
      String subject,
      @Nullable String refers,
      @Nullable LocalDate day,
      @Nullable BigDecimal value,
      @Nullable BigDecimal numerator,
      @Nullable BigDecimal denominator,
      @Nullable String project,
      @Nullable String step,
      @Nullable String stage,
      @Nullable String by,
      @Nullable String part,
      @Nullable String explanation,
      Instant recordedAt,
      String digest) {}

  /** A definition or revision as it is kept. */
  record Content(Object content, long seq, String digest) {}

  /** The events past one position and up to another, by position. */
  Uni<Map<Long, Kept>> events(SqlClient client, String ledger, long after, long upTo) {
    return client
        .preparedQuery(EVENTS)
        .execute(Tuple.of(ledger, after, upTo))
        .map(rows -> {
          Map<Long, Kept> kept = new HashMap<>();
          for (Row row : rows) {
            kept.put(row.getLong("seq"), kept(row));
          }
          return kept;
        });
  }

  Uni<Long> count(SqlClient client, String ledger) {
    return client
        .preparedQuery(COUNT)
        .execute(Tuple.of(ledger))
        .map(rows -> rows.iterator().next().getLong("n"));
  }

  /** How many events of a plans' ledger are in the journal, up to a position. */
  Uni<Long> journalled(SqlClient client, String ledger, long upTo) {
    return client
        .preparedQuery(JOURNAL)
        .execute(Tuple.of(ledger, upTo))
        .map(rows -> rows.iterator().next().getLong("n"));
  }

  /** The district's plans that are closed. */
  Uni<Set<String>> closed(SqlClient client, String district) {
    return client
        .preparedQuery(CLOSED)
        .execute(Tuple.of(district))
        .map(rows -> Set.copyOf(Cells.list(rows, row -> row.getString("plan"))));
  }

  /** The revisions of a district's plans, by {@code 320412-2022/1}. */
  Uni<Map<String, Content>> revisions(SqlClient client, String district) {
    return client
        .preparedQuery(REVISIONS)
        .execute(Tuple.of(district))
        .map(rows -> {
          Map<String, Content> kept = new HashMap<>();
          for (Row row : rows) {
            kept.put(
                row.getString("plan") + "/" + row.getInteger("revision"), content(row, Plan.class));
          }
          return kept;
        });
  }

  /** Every definition, by {@code indicator/new-seats/12}: kind, key and position. */
  Uni<Map<String, Content>> catalogue(SqlClient client) {
    return client
        .preparedQuery(DEFINITIONS)
        .execute()
        .map(rows -> {
          Map<String, Content> kept = new HashMap<>();
          for (Row row : rows) {
            Kind kind = Kind.valueOf(row.getString("kind"));
            kept.put(
                key(kind, row.getString("key"), row.getLong("seq")), content(row, kind.type()));
          }
          return kept;
        });
  }

  static String key(Kind kind, String key, long seq) {
    return kind.name().toLowerCase(Locale.ROOT) + "/" + key + "/" + seq;
  }

  private static Content content(Row row, Class<?> type) {
    return new Content(
        Document.read(row.getString("content"), type), row.getLong("seq"), row.getString("digest"));
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.getLong("seq"),
        row.getString("id"),
        row.getString("type"),
        row.getString("subject"),
        row.getString("refers"),
        row.getLocalDate("day"),
        row.getBigDecimal("value"),
        row.getBigDecimal("numerator"),
        row.getBigDecimal("denominator"),
        row.getString("project"),
        row.getString("step"),
        row.getString("stage"),
        row.getString("said_by"),
        row.getString("part"),
        row.getString("explanation"),
        Objects.requireNonNull(Cells.moment(row, "recorded_at")),
        row.getString("digest"));
  }
}
