package duban.reporting.verification;

import duban.reporting.store.Cells;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Adds up counts and rollups from the targets and compares, all in the database. */
@ApplicationScoped
class SumStore {

  private static final String LIGHTS =
      """
      count(*) as targets, count(reported_on) as reported,
      count(*) filter (where unreported) as unreported,
      count(*) filter (where past_due) as past_due,
      count(*) filter (where light = 'achieved') as achieved,
      count(*) filter (where light = 'overdue') as overdue,
      count(*) filter (where light = 'on-track') as on_track,
      count(*) filter (where light = 'at-risk') as at_risk,
      count(*) filter (where light = 'behind') as behind,
      count(*) filter (where light = 'not-due') as not_due
      """;

  private static final String COUNTS =
      """
      with expected as (
        select k.kind, k.key, t.year,
      """
          + LIGHTS
          + """
             from target t
            cross join lateral (
                  select 'item' as kind, t.counted_item as key
                  union all select 'plan', t.plan
                  union all select 'scope', s.scope from unnest(t.counted_scopes) as s(scope)
            ) k
            where t.counted
            group by k.kind, k.key, t.year
          ), both_sides as (
            select coalesce(e.kind, c.kind) as kind,
                   coalesce(e.key, c.key) || '/' || coalesce(e.year, c.year) as key,
                   row(coalesce(c.targets, 0), coalesce(c.reported, 0), coalesce(c.unreported, 0),
                       coalesce(c.past_due, 0), coalesce(c.achieved, 0), coalesce(c.overdue, 0),
                       coalesce(c.on_track, 0), coalesce(c.at_risk, 0), coalesce(c.behind, 0),
                       coalesce(c.not_due, 0))::text as stored,
                   row(coalesce(e.targets, 0), coalesce(e.reported, 0), coalesce(e.unreported, 0),
                       coalesce(e.past_due, 0), coalesce(e.achieved, 0), coalesce(e.overdue, 0),
                       coalesce(e.on_track, 0), coalesce(e.at_risk, 0), coalesce(e.behind, 0),
                       coalesce(e.not_due, 0))::text as expected
              from expected e
              full join light_count c on c.kind = e.kind and c.key = e.key and c.year = e.year
          )
          select kind, key, 'counts' as field, stored, expected from both_sides
           where stored <> expected order by kind, key
          """;

  /** trim_scale, so that 1.50 and 1.5 are the same sum. */
  private static final String ROLLUPS =
      """
      with expected as (
        select s.scope, t.year, t.counted_indicator as indicator,
               sum(counted_promised) as promised, sum(counted_reached) as reached,
               sum(counted_paced) as paced, sum(counted_baseline) as baseline,
               sum(counted_numerator) as numerator, sum(counted_denominator) as denominator,
               sum(counted_promised_numerator) as promised_numerator,
               max(reported_at) as reported_at,
      """
          + LIGHTS
          + """
             from target t cross join lateral unnest(t.counted_scopes) as s(scope)
            where t.counted and t.counted_indicator is not null
            group by s.scope, t.year, t.counted_indicator
          ), both_sides as (
            select coalesce(e.scope, r.scope) || '/' || coalesce(e.year, r.year) || '/'
                   || coalesce(e.indicator, r.indicator) as key,
                   row(trim_scale(coalesce(r.promised, 0)), trim_scale(coalesce(r.reached, 0)),
                       trim_scale(coalesce(r.paced, 0)), trim_scale(coalesce(r.baseline, 0)),
                       trim_scale(coalesce(r.numerator, 0)),
                       trim_scale(coalesce(r.denominator, 0)),
                       trim_scale(coalesce(r.promised_numerator, 0)),
                       coalesce(r.targets, 0), coalesce(r.reported, 0), coalesce(r.unreported, 0),
                       coalesce(r.past_due, 0), coalesce(r.achieved, 0), coalesce(r.overdue, 0),
                       coalesce(r.on_track, 0), coalesce(r.at_risk, 0), coalesce(r.behind, 0),
                       coalesce(r.not_due, 0), r.reported_at)::text as stored,
                   row(trim_scale(coalesce(e.promised, 0)), trim_scale(coalesce(e.reached, 0)),
                       trim_scale(coalesce(e.paced, 0)), trim_scale(coalesce(e.baseline, 0)),
                       trim_scale(coalesce(e.numerator, 0)),
                       trim_scale(coalesce(e.denominator, 0)),
                       trim_scale(coalesce(e.promised_numerator, 0)),
                       coalesce(e.targets, 0), coalesce(e.reported, 0), coalesce(e.unreported, 0),
                       coalesce(e.past_due, 0), coalesce(e.achieved, 0), coalesce(e.overdue, 0),
                       coalesce(e.on_track, 0), coalesce(e.at_risk, 0), coalesce(e.behind, 0),
                       coalesce(e.not_due, 0), e.reported_at)::text as expected
              from expected e
              full join rollup r
                on r.scope = e.scope and r.year = e.year and r.indicator = e.indicator
          )
          select 'rollup' as kind, key, 'sums' as field, stored, expected from both_sides
           where stored <> expected order by key
          """;

  /** The largest and the latest, found among the targets as the rollups themselves find them. */
  private static final String PEAKS =
      """
      with expected as (
        select s.scope, t.year, t.counted_indicator as indicator,
               max(t.counted_reached) as largest,
               (array_agg(t.counted_reached order by t.reported_on desc nulls last,
                          t.reported_at desc nulls last, t.target desc))[1] as latest
          from target t cross join lateral unnest(t.counted_scopes) as s(scope)
         where t.counted and t.counted_indicator is not null
         group by s.scope, t.year, t.counted_indicator
      ), both_sides as (
        select r.scope || '/' || r.year || '/' || r.indicator as key,
               trim_scale(r.peak_reached)::text as stored,
               trim_scale(case i.content ->> 'aggregation' when 'max' then e.largest
                                                           when 'latest' then e.latest end)::text
                 as expected
          from rollup r
          left join expected e
            on e.scope = r.scope and e.year = r.year and e.indicator = r.indicator
          left join indicator i on i.key = r.indicator
      )
      select 'rollup' as kind, key, 'peak' as field, stored, expected from both_sides
       where stored is distinct from expected order by key
      """;

  /** An event that was taken back knows by which void, and only then. */
  private static final String VOIDS =
      """
      with first_void as (
        select ledger, refers, min(seq) as seq from progress_event
         where type = 'event.voided' and refers is not null
         group by ledger, refers
      )
      select 'event' as kind, e.ledger || '/' || e.seq as key, 'voided' as field,
             e.voided_seq::text as stored, v.seq::text as expected
        from progress_event e
        left join first_void v on v.ledger = e.ledger and v.refers = e.id
       where e.voided_seq is distinct from v.seq
       order by e.ledger, e.seq
      """;

  /**
   * Beside an event stand the last verdict on it and the first explanation of it, and only then.
   */
  private static final String ANSWERS =
      """
      with answered as (
        select e.ledger, e.seq, e.verdict, e.verdict_seq, e.verdict_at, e.explained_seq,
               e.explained_at, j.seq as judged_seq, substr(j.type, 8) as judged,
               j.recorded_at as judged_at, x.seq as first_seq, x.recorded_at as first_at
          from progress_event e
          left join lateral (
               select seq, type, recorded_at from progress_event v
                where v.ledger = e.ledger and v.refers = e.id and v.seq > e.seq
                  and v.type in ('report.verified', 'report.disputed')
                order by seq desc limit 1) j on true
          left join lateral (
               select seq, recorded_at from progress_event v
                where v.ledger = e.ledger and v.refers = e.id and v.seq > e.seq
                  and v.type = 'report.explained'
                order by seq limit 1) x on true
      )
      select 'event' as kind, ledger || '/' || seq as key, 'answer' as field,
             concat_ws(' ', verdict, verdict_seq, explained_seq) as stored,
             concat_ws(' ', judged, judged_seq, first_seq) as expected
        from answered
       where row(verdict, verdict_seq, verdict_at, explained_seq, explained_at)
             is distinct from row(judged, judged_seq, judged_at, first_seq, first_at)
       order by ledger, seq
      """;

  private static final String NOT_UNDERSTOOD =
      """
      select 'event' as kind, ledger || '/' || seq as key, 'understood' as field,
             'false' as stored, 'true' as expected
        from progress_event where not understood order by ledger, seq
      """;

  private static final String LIMITED = " limit 101";

  private static final String ROWS =
      """
      select (select count(*) from light_count where kind = 'item' and targets > 0) as items,
             (select count(*) from plan) as plans,
             (select count(*) from light_count where kind = 'scope' and targets > 0) as scopes,
             (select count(*) from rollup where targets > 0) as rollups,
             (select count(*) from progress_event) as events
      """;

  Uni<List<Difference>> counts(SqlClient client) {
    return differences(client, COUNTS);
  }

  Uni<List<Difference>> rollups(SqlClient client) {
    return differences(client, ROLLUPS);
  }

  Uni<List<Difference>> peaks(SqlClient client) {
    return differences(client, PEAKS);
  }

  Uni<List<Difference>> voids(SqlClient client) {
    return differences(client, VOIDS);
  }

  Uni<List<Difference>> answers(SqlClient client) {
    return differences(client, ANSWERS);
  }

  Uni<List<Difference>> notUnderstood(SqlClient client) {
    return differences(client, NOT_UNDERSTOOD);
  }

  /** How many rows there are, told to the findings. */
  Uni<Void> rows(SqlClient client, Findings findings) {
    return client
        .preparedQuery(ROWS)
        .execute()
        .invoke(rows -> {
          Row row = rows.iterator().next();
          for (String kind : List.of("items", "plans", "scopes", "rollups", "events")) {
            findings.lookedAt(kind, row.getLong(kind));
          }
        })
        .replaceWithVoid();
  }

  private static Uni<List<Difference>> differences(SqlClient client, String query) {
    return client
        .preparedQuery(query + LIMITED)
        .execute()
        .map(rows ->
            Cells.list(
                rows,
                row ->
                    new Difference(
                        row.getString("kind"),
                        row.getString("key"),
                        row.getString("field"),
                        row.getString("stored"),
                        row.getString("expected"))));
  }
}
