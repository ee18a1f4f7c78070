package duban.reporting.catalogue;

import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.store.Cells;
import duban.reporting.store.Document;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The SQL of districts and indicators. */
@ApplicationScoped
public class CatalogueStore {

  private static final String DEFINE_DISTRICT =
      """
      insert into district (code, valid_from, content, seq, body_digest)
      values ($1, $2, ($3::text)::jsonb, $4, $5)
      on conflict (code, valid_from) do update
         set content = excluded.content, seq = excluded.seq, body_digest = excluded.body_digest
      """;

  private static final String DEFINE_INDICATOR =
      """
      insert into indicator (key, content, seq, body_digest) values ($1, ($2::text)::jsonb, $3, $4)
      on conflict (key) do update
         set content = excluded.content, seq = excluded.seq, body_digest = excluded.body_digest
      """;

  private static final String DISTRICTS = "select content::text from district";

  private static final String INDICATORS = "select content::text from indicator";

  public Uni<Void> define(SqlConnection transaction, District district, LedgerEvent link) {
    return transaction
        .preparedQuery(DEFINE_DISTRICT)
        .execute(
            Tuple.of(
                district.code(),
                district.from(),
                Document.write(district),
                link.seq(),
                digest(link)))
        .replaceWithVoid();
  }

  public Uni<Void> define(SqlConnection transaction, Indicator indicator, LedgerEvent link) {
    return transaction
        .preparedQuery(DEFINE_INDICATOR)
        .execute(Tuple.of(indicator.key(), Document.write(indicator), link.seq(), digest(link)))
        .replaceWithVoid();
  }

  public Uni<Catalogue> load(SqlClient client, long version) {
    return all(client, DISTRICTS, District.class)
        .chain(districts ->
            all(client, INDICATORS, Indicator.class)
                .map(indicators ->
                    new Catalogue(version, new DistrictTree(districts), byKey(indicators))));
  }

  private static Map<String, Indicator> byKey(List<Indicator> indicators) {
    return indicators.stream()
        .collect(Collectors.toUnmodifiableMap(Indicator::key, Function.identity()));
  }

  private static <T> Uni<List<T>> all(SqlClient client, String query, Class<T> type) {
    return client
        .preparedQuery(query)
        .execute()
        .map(rows -> Cells.list(rows, row -> Document.read(row.getString("content"), type)));
  }

  private static Buffer digest(LedgerEvent link) {
    return Buffer.buffer(link.bodyDigest().bytes());
  }
}
