package duban.reporting.event;

import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.plan.Target.Kind;
import duban.contracts.plan.Target.Milestone;
import duban.reporting.plan.Placed;
import duban.reporting.plan.TargetPlace;
import duban.reporting.standing.Observation;
import duban.reporting.standing.Observation.Answer;
import duban.reporting.standing.Verdict;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The SQL of reading the observations that a fold needs. */
@ApplicationScoped
public class ObservationStore {

  /**
   * Whose observations are wanted.
   *
   * @param parts the keys of its parts; empty when it is not split
   */
  public record Wanted(String target, String item, String district, Kind kind, List<String> parts) {

    public static Wanted of(TargetPlace place, Target target) {
      return of(place.item(), place.district(), target);
    }

    public static Wanted of(Placed placed, Plan plan) {
      return of(plan.itemId(placed.item()), plan.district(), placed.target());
    }

    /**
     * @param item the id of the target's work item
     */
    public static Wanted of(String item, String district, Target target) {
      return new Wanted(
          target.id(),
          item,
          district,
          target.kind(),
          target.partList().stream().map(Target.Part::key).toList());
    }

    /** Words are noted on the item, all else on the target itself. */
    public String subject() {
      return kind == Kind.NARRATIVE ? item : target;
    }

    /** One for the whole, whose part is "", and one for each part. */
    private Stream<Wanting> each() {
      return Stream.concat(Stream.of(""), parts.stream()).map(part -> new Wanting(this, part));
    }
  }

  private record Wanting(Wanted of, String part) {}

  private static final String KNOWN = Known.STANDING.formatted(7);
  private static final String VERDICT = Known.VERDICT.formatted(7);
  private static final String EXPLAINED = Known.EXPLAINED.formatted(7);

  /** A report that says something for a target of its kind. */
  private static final String USABLE =
      """
      e.subject = w.subject and e.type = 'progress.reported' and e.ledger = w.ledger
      and coalesce(e.part, '') = w.part and e.day <= $6
      and case when w.kind in ('ratio', 'coverage') then e.numerator is not null
                    and e.denominator > 0
               when w.kind in ('quantity', 'money', 'deadline') then e.value is not null
               else false end
      """;

  private static final String REPORT =
      "e.type, e.day, e.seq, e.value, e.numerator, e.denominator, e.project, e.step, e.stage,"
          + " e.recorded_at, e.part, "
          + VERDICT
          + " as verdict, "
          + EXPLAINED
          + " as explained ";

  private static final String ADDED =
      """
      select %s from progress_event e
       where e.subject = w.subject and e.type = 'progress.added' and e.ledger = w.ledger
         and coalesce(e.part, '') = w.part and w.kind in ('quantity', 'money', 'frequency')
         and e.understood and e.day <= $6 and %s
      """
          .formatted(REPORT, KNOWN);

  private static final String ADDED_SINCE =
      ADDED + " and (ruling.day is null or e.day > ruling.day)";

  /** Summed by day; what is disputed apart. */
  private static final String BY_DAY =
      """
      select 'progress.added', a.day, max(a.seq), sum(a.value), null, null, null, null, null,
             max(a.recorded_at), a.part, (array_agg(a.verdict order by a.seq desc))[1],
             (array_agg(a.explained order by a.seq desc))[1]
        from (%s) a
       group by a.day, a.part, coalesce(a.verdict = 'disputed', false)
      """;

  /** Steps and words; they are of a whole and never of a part. */
  private static final String SAID =
      """
      select %s from progress_event e
       where e.subject = w.subject and e.ledger = w.ledger and e.understood and w.part = ''
         and e.type = case when w.kind in ('project', 'deadline') then 'milestone.reached'
                           when w.kind = 'narrative' then 'item.noted' end
         and e.day <= $6 and %s
      """
          .formatted(REPORT, KNOWN);

  /**
   * Only what can matter: a cumulative report rules out all before it, so of the reports the latest
   * is enough, and of what was added only the days after it. Whether a disputed report counts is
   * the municipality's setting, so the latest that is not disputed is given too. $6 is the day, $7
   * the moment up to which things are known; what was voided later was still known then.
   */
  private static final String RULING =
      """
      select w.target, o.*
        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
             as w(target, subject, ledger, kind, part)
        left join lateral (
          select e.seq, e.day from progress_event e
           where %1$s and %2$s and %3$s is distinct from 'disputed'
           order by e.day desc, e.seq desc
           limit 1
        ) ruling on true
       cross join lateral (
          select %4$s from progress_event e where e.ledger = w.ledger and e.seq = ruling.seq
          union all
          (select %4$s from progress_event e
            where %1$s and %2$s and e.verdict_seq is not null and %3$s = 'disputed'
            order by e.day desc, e.seq desc
            limit 1)
          union all
          %5$s
          union all
          %6$s
       ) o
       order by w.target, o.day, o.seq
      """;

  /**
   * With what was added summed by day, so that what is read grows with the days of a year and the
   * parts of a target and not with the number of events.
   */
  private static final String MATTERING =
      RULING.formatted(USABLE, KNOWN, VERDICT, REPORT, BY_DAY.formatted(ADDED_SINCE), SAID);

  private static final String UNSUMMED =
      RULING.formatted(USABLE, KNOWN, VERDICT, REPORT, ADDED_SINCE, SAID);

  /**
   * What can matter on any day up to $6: of the reports of a day the last, and of what was added
   * its sum; so it too grows with days and parts and not with the number of events.
   */
  private static final String EVERY_DAY =
      """
      select w.target, o.*
        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
             as w(target, subject, ledger, kind, part)
       cross join lateral (
          (select distinct on (e.day, coalesce(%3$s = 'disputed', false)) %4$s
             from progress_event e
            where %1$s and %2$s
            order by e.day, coalesce(%3$s = 'disputed', false), e.seq desc)
          union all
          %5$s
          union all
          %6$s
       ) o
       order by w.target, o.day, o.seq
      """
          .formatted(USABLE, KNOWN, VERDICT, REPORT, BY_DAY.formatted(ADDED), SAID);

  private static final String FOREVER = "infinity";

  /**
   * By target, each in the order of the fold; a target without any is not in the map.
   *
   * @param knownAt only what was recorded, and not taken back, by then; null: all that is known now
   */
  public Uni<Map<String, List<Observation>>> mattering(
      SqlClient client, Collection<Wanted> wanted, LocalDate day, @Nullable Instant knownAt) {
    return read(client, MATTERING, wanted, day, knownAt);
  }

  /** The same with each event for itself: for whoever names them. */
  public Uni<Map<String, List<Observation>>> unsummed(
      SqlClient client, Collection<Wanted> wanted, LocalDate day, @Nullable Instant knownAt) {
    return read(client, UNSUMMED, wanted, day, knownAt);
  }

  /** What the fold needs for every day up to that one, likewise. */
  public Uni<Map<String, List<Observation>>> everyDay(
      SqlClient client, Collection<Wanted> wanted, LocalDate day, @Nullable Instant knownAt) {
    return read(client, EVERY_DAY, wanted, day, knownAt);
  }

  private static Uni<Map<String, List<Observation>>> read(
      SqlClient client,
      String query,
      Collection<Wanted> wanted,
      LocalDate day,
      @Nullable Instant knownAt) {
    if (wanted.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Columns<Wanting> columns =
        Columns.of(wanted.stream().flatMap(Wanted::each).toList())
            .text(one -> one.of().target())
            .text(one -> one.of().subject())
            .text(one -> Ledgers.progress(one.of().district()))
            .text(one -> one.of().kind().word())
            .text(Wanting::part)
            .and(day)
            .and(knownAt == null ? FOREVER : knownAt.toString());
    return client.preparedQuery(query).execute(columns.tuple()).map(ObservationStore::byTarget);
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

  /** Reads a row that has the columns of {@code progress_event}, and whether it is explained. */
  public static Observation observation(Row row) {
    LocalDate day = row.getLocalDate("day");
    long seq = row.getLong("seq");
    Instant at = Objects.requireNonNull(Cells.moment(row, "recorded_at"));
    BigDecimal value = row.getBigDecimal("value");
    String part = row.getString("part");
    Answer answer =
        new Answer(Verdict.ofWord(row.getString("verdict")), row.getBoolean("explained"));
    return switch (row.getString("type")) {
      case "progress.reported" ->
          new Observation.Reported(
              day,
              seq,
              at,
              part,
              value,
              row.getBigDecimal("numerator"),
              row.getBigDecimal("denominator"),
              answer);
      case "progress.added" ->
          new Observation.Added(day, seq, at, part, Objects.requireNonNull(value), answer);
      case "milestone.reached" ->
          new Observation.Stepped(
              day, seq, at, row.getString("project"), milestone(row.getString("step")), answer);
      case "item.noted" ->
          new Observation.Noted(day, seq, at, value, row.getString("stage"), answer);
      default -> throw new IllegalStateException("no observation: " + row.getString("type"));
    };
  }

  private static Milestone milestone(String word) {
    return Milestone.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
