package duban.reporting.projection;

import duban.contracts.Ledgers;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.reporting.standing.Observation;
import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of reading the observations that a fold needs. */
@ApplicationScoped
public class ObservationStore {

  /** Whose observations are wanted. */
  public record Wanted(String target, String item, String district, Kind kind) {

    /** Words are noted on the item, all else on the target itself. */
    public String subject() {
      return kind == Kind.NARRATIVE ? item : target;
    }
  }

  /**
   * Only what can matter: a cumulative report rules out all before it, so of the reports the latest
   * is enough, and of what was added only the days after it, summed by day. What is left grows with
   * the days of a year and not with the number of events. $5 is the day, $6 the moment up to which
   * things are known; what was voided later was still known then.
   */
  private static final String MATTERING =
      """
      select w.target, o.type, o.day, o.seq, o.value, o.numerator, o.denominator, o.project, o.step,
             o.stage, o.recorded_at
        from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as w(target, subject, ledger, kind)
        left join lateral (
          select e.seq, e.day
            from progress_event e
           where e.subject = w.subject and e.type = 'progress.reported' and e.ledger = w.ledger
             and e.day <= $5 and e.recorded_at <= ($6::text)::timestamptz
             and (e.voided_at is null or e.voided_at > ($6::text)::timestamptz)
             and case when w.kind in ('ratio', 'coverage') then e.numerator is not null
                           and e.denominator > 0
                      when w.kind in ('quantity', 'money', 'deadline') then e.value is not null
                      else false end
           order by e.day desc, e.seq desc
           limit 1
        ) ruling on true
       cross join lateral (
          select e.type, e.day, e.seq, e.value, e.numerator, e.denominator, e.project, e.step,
                 e.stage, e.recorded_at
            from progress_event e
           where e.ledger = w.ledger and e.seq = ruling.seq
          union all
          select 'progress.added', e.day, max(e.seq), sum(e.value), null, null, null, null, null,
                 max(e.recorded_at)
            from progress_event e
           where e.subject = w.subject and e.type = 'progress.added' and e.ledger = w.ledger
             and w.kind in ('quantity', 'money', 'frequency') and e.understood
             and (ruling.day is null or e.day > ruling.day)
             and e.day <= $5 and e.recorded_at <= ($6::text)::timestamptz
             and (e.voided_at is null or e.voided_at > ($6::text)::timestamptz)
           group by e.day
          union all
          select e.type, e.day, e.seq, e.value, null, null, e.project, e.step, e.stage, e.recorded_at
            from progress_event e
           where e.subject = w.subject and e.ledger = w.ledger and e.understood
             and e.type = case when w.kind in ('project', 'deadline') then 'milestone.reached'
                               when w.kind = 'narrative' then 'item.noted' end
             and e.day <= $5 and e.recorded_at <= ($6::text)::timestamptz
             and (e.voided_at is null or e.voided_at > ($6::text)::timestamptz)
       ) o
       order by w.target, o.day, o.seq
      """;

  private static final String FOREVER = "infinity";

  /**
   * By target, each in the order of the fold; a target without any is not in the map.
   *
   * @param knownAt only what was recorded, and not taken back, by then; null: all that is known now
   */
  public Uni<Map<String, List<Observation>>> mattering(
      SqlClient client, Collection<Wanted> wanted, LocalDate day, @Nullable Instant knownAt) {
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Columns<Wanted> columns =
        Columns.of(wanted)
            .text(Wanted::target)
            .text(Wanted::subject)
            .text(one -> Ledgers.progress(one.district()))
            .text(one -> one.kind().word())
            .and(day)
            .and(knownAt == null ? FOREVER : knownAt.toString());
    return client.preparedQuery(MATTERING).execute(columns.tuple()).map(ObservationStore::byTarget);
  }

  private static Map<String, List<Observation>> byTarget(RowSet<Row> rows) {
    Map<String, List<Observation>> byTarget = new HashMap<>();
    for (Row row : rows) {
      byTarget
          .computeIfAbsent(row.getString("target"), target -> new ArrayList<>())
          .add(observation(row));
    }
    return byTarget;
  }

  /** Reads a row that has the columns of {@code progress_event}. */
  public static Observation observation(Row row) {
    LocalDate day = row.getLocalDate("day");
    long seq = row.getLong("seq");
    Instant at = Objects.requireNonNull(Cells.moment(row, "recorded_at"));
    BigDecimal value = row.getBigDecimal("value");
    return switch (row.getString("type")) {
      case "progress.reported" ->
          new Observation.Reported(
              day,
              seq,
              at,
              value,
              row.getBigDecimal("numerator"),
              row.getBigDecimal("denominator"));
      case "progress.added" -> new Observation.Added(day, seq, at, Objects.requireNonNull(value));
      case "milestone.reached" ->
          new Observation.Stepped(
              day, seq, at, row.getString("project"), milestone(row.getString("step")));
      case "item.noted" -> new Observation.Noted(day, seq, at, value, row.getString("stage"));
      default -> throw new IllegalStateException("no observation: " + row.getString("type"));
    };
  }

  private static Milestone milestone(String word) {
    return Milestone.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
