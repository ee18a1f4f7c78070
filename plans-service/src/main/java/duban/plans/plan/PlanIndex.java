package duban.plans.plan;

import duban.contracts.DistrictCode;
import duban.ledger.chain.Hash;
import duban.plans.plan.PlanPage.Row;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which plans there are within some districts, with the state that the ledgers give them. */
@ApplicationScoped
public class PlanIndex {

  /** Codes below 320400 run from 320400 to 320499, so each right is a range of codes. */
  private static final String PAGE =
      """
      select plan, district, year, title, version, encode(sha256(convert_to(content, 'UTF8')), 'hex') as digest,
             case when review is not null then undecided end as undecided
        from plan_draft
       where plan > $1
         and exists (select from unnest($2::text[], $3::text[]) as within(first, last)
                      where district between first and last)
         and ($4::text is null or district between $4 and $5)
         and ($6::int is null or year = $6)
       order by plan
       limit $7
      """;

  @Inject Pool pool;
  @Inject PlanLog log;

  /**
   * @param within codes whose districts the caller may see
   * @param district code whose districts are wanted; null for all
   * @param after plan to begin behind; "" for the first
   */
  record Query(
      List<String> within,
      @Nullable String district,
      @Nullable Integer year,
      String after,
      int limit) {}

  private record Found(
      String plan,
      String district,
      int year,
      String title,
      int version,
      Hash digest,
      @Nullable Integer undecided) {}

  Uni<PlanPage> page(Query query) {
    String wanted = query.district();
    Tuple values =
        Tuple.tuple()
            .addString(query.after())
            .addArrayOfString(query.within().toArray(String[]::new))
            .addArrayOfString(query.within().stream().map(PlanIndex::last).toArray(String[]::new))
            .addString(wanted)
            .addString(wanted == null ? null : last(wanted))
            .addInteger(query.year())
            .addInteger(query.limit() + 1);
    return pool.preparedQuery(PAGE)
        .execute(values)
        .map(PlanIndex::found)
        .chain(found -> withStates(found, query.limit()));
  }

  private Uni<PlanPage> withStates(List<Found> found, int limit) {
    List<String> districts = found.stream().map(Found::district).distinct().toList();
    Map<String, PlanHistory> histories = new HashMap<>();
    return Multi.createFrom()
        .iterable(districts)
        .onItem()
        .transformToUniAndConcatenate(log::ofDistrict)
        .onItem()
        .invoke(histories::putAll)
        .collect()
        .last()
        .map(done -> page(found, limit, histories));
  }

  private static PlanPage page(List<Found> found, int limit, Map<String, PlanHistory> histories) {
    List<Row> rows =
        found.stream()
            .limit(limit)
            .map(plan -> row(plan, histories.getOrDefault(plan.plan(), PlanHistory.NONE)))
            .toList();
    return new PlanPage(rows, found.size() > limit ? rows.getLast().plan() : null);
  }

  private static Row row(Found found, PlanHistory history) {
    return new Row(
        found.plan(),
        found.district(),
        found.year(),
        found.title(),
        history.state(),
        history.latest().map(PlanHistory.Revision::number).orElse(null),
        !history.closed() && !history.says(found.digest()),
        found.undecided(),
        history.etag(found.version()));
  }

  private static List<Found> found(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row ->
            new Found(
                row.getString("plan"),
                row.getString("district"),
                row.getInteger("year"),
                row.getString("title"),
                row.getInteger("version"),
                Hash.ofHex(row.getString("digest")),
                row.getInteger("undecided")))
        .toList();
  }

  /** The last code that a right over this one reaches, as DistrictCode.covers has it. */
  private static String last(String code) {
    if (!DistrictCode.isValid(code)) {
      return code;
    }
    if (code.endsWith("0000")) {
      return code.substring(0, 2) + "9999";
    }
    return code.endsWith("00") ? code.substring(0, 4) + "99" : code;
  }
}
