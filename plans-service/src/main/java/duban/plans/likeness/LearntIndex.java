package duban.plans.likeness;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the targets of every published plan were mapped to, in one look at the ledgers. */
@ApplicationScoped
public class LearntIndex {

  /** The last word of each plan: a mapping that an amendment took back teaches nothing. */
  private static final String LEARNT =
      """
      with latest as (
        select distinct on (subject) body
          from ledger_event
         where type in ('cn.duban.plan.published.v1', 'cn.duban.plan.amended.v1')
           and body is not null
         order by subject, ledger, seq desc)
      select target ->> 'id' as id, target ->> 'title' as title, target ->> 'indicator' as indicator
        from latest,
             jsonb_path_query(body::jsonb,
               '$.content.sections[*].items[*].targets[*] ? (exists(@.indicator))') as target
       order by id
       limit $1
      """;

  /** Far more than the districts of a province write; it bounds what one import holds. */
  private static final int MOST = 20_000;

  @Inject Pool pool;

  public Uni<List<Learnt>> all() {
    return pool.preparedQuery(LEARNT)
        .execute(Tuple.of(MOST))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new Learnt(
                        row.getString("id"), row.getString("title"), row.getString("indicator")))
                .toList());
  }
}
