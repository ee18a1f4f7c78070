package duban.reporting.catalogue;

import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Programme;
import duban.contracts.catalogue.Settings;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.store.Cells;
import duban.reporting.store.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of what the catalogue's ledger defines. */
@ApplicationScoped
public class CatalogueStore {

  private static final String SETTINGS_KEY = "settings";

  private static final String DEFINE =
      """
      insert into definition (seq, kind, key, content, recorded_at, body_digest)
      values ($1, $2, $3, ($4::text)::jsonb, ($5::text)::timestamptz, $6)
      """;

  /** The newest of each key; $1 is the moment up to which things are known. */
  private static final String IN_FORCE =
      """
      select distinct on (kind, key) kind, content::text
        from definition
       where recorded_at <= ($1::text)::timestamptz
       order by kind, key, seq desc
      """;

  /** Where the catalogue's ledger stood at each of the moments $1, in their order. */
  private static final String POSITIONS =
      """
      select coalesce((select d.seq from definition d
                        where d.recorded_at <= m.at::timestamptz
                        order by d.seq desc limit 1), 0) as position
        from unnest($1::text[]) with ordinality as m(at, no)
       order by m.no
      """;

  private static final String FOREVER = "infinity";

  /** What is defined, by the word its row keeps. */
  public enum Kind {
    DISTRICT(District.class),
    INDICATOR(Indicator.class),
    PROGRAMME(Programme.class),
    SETTINGS(Settings.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    public Class<?> type() {
      return type;
    }
  }

  private record Definition(Kind kind, Object content) {}

  public Uni<Void> define(SqlConnection transaction, District district, LedgerEvent link) {
    return define(transaction, Kind.DISTRICT, key(district), district, link);
  }

  public Uni<Void> define(SqlConnection transaction, Indicator indicator, LedgerEvent link) {
    return define(transaction, Kind.INDICATOR, indicator.key(), indicator, link);
  }

  public Uni<Void> define(SqlConnection transaction, Programme programme, LedgerEvent link) {
    return define(transaction, Kind.PROGRAMME, programme.key(), programme, link);
  }

  public Uni<Void> define(SqlConnection transaction, Settings settings, LedgerEvent link) {
    return define(transaction, Kind.SETTINGS, SETTINGS_KEY, settings, link);
  }

  /** A division is defined for each first day at a place of the tree. */
  public static String key(District district) {
    return district.code() + "/" + district.from();
  }

  private static Uni<Void> define(
      SqlConnection transaction, Kind kind, String key, Object content, LedgerEvent link) {
    Tuple values =
        Tuple.tuple()
            .addLong(link.seq())
            .addString(kind.name())
            .addString(key)
            .addString(Document.write(content))
            .addString(link.recordedAt().toString())
            .addBuffer(Buffer.buffer(link.bodyDigest().bytes()));
    return transaction.preparedQuery(DEFINE).execute(values).replaceWithVoid();
  }

  /**
   * The catalogue as it is in force.
   *
   * @param knownAt only what was defined by then; null: all that is known now
   */
  public Uni<Catalogue> load(SqlClient client, long version, @Nullable Instant knownAt) {
    return client
        .preparedQuery(IN_FORCE)
        .execute(Tuple.of(knownAt == null ? FOREVER : knownAt.toString()))
        .map(rows ->
            Cells.list(
                rows,
                row -> {
                  Kind kind = Kind.valueOf(row.getString("kind"));
                  return new Definition(kind, Document.read(row.getString("content"), kind.type()));
                }))
        .map(definitions -> catalogue(version, definitions));
  }

  /** The last definition known at each of the moments, in their order; 0 before the first. */
  Uni<List<Long>> positions(SqlClient client, List<Instant> moments) {
    String[] texts = moments.stream().map(Instant::toString).toArray(String[]::new);
    return client
        .preparedQuery(POSITIONS)
        .execute(Tuple.tuple().addArrayOfString(texts))
        .map(rows -> Cells.list(rows, row -> row.getLong("position")));
  }

  private static Catalogue catalogue(long version, List<Definition> definitions) {
    return new Catalogue(
        version,
        new DistrictTree(of(definitions, District.class)),
        byKey(of(definitions, Indicator.class), Indicator::key),
        byKey(of(definitions, Programme.class), Programme::key),
        of(definitions, Settings.class).stream().findFirst().orElse(Settings.DEFAULT));
  }

  private static <T> List<T> of(List<Definition> definitions, Class<T> type) {
    return definitions.stream()
        .map(Definition::content)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static <T> Map<String, T> byKey(List<T> definitions, Function<T, String> key) {
    return definitions.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }
}
