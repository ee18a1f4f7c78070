package duban.reporting.event;

import duban.reporting.store.Cells;
import duban.reporting.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The SQL of writing facts down, and beside them what took them back, judged or explained them. */
@ApplicationScoped
public class FactStore {

  private static final String KEEP =
      """
      insert into progress_event (ledger, seq, id, type, subject, plan, refers, day, value, numerator,
                                  denominator, project, step, stage, note, said_by, recorded_at,
                                  part, explanation, body_digest, understood)
      select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[],
                           $7::text[], $8::date[], $9::numeric[], $10::numeric[], $11::numeric[],
                           $12::text[], $13::text[], $14::text[], $15::text[], $16::text[],
                           $17::timestamptz[], $18::text[], $19::text[], $20::bytea[],
                           $21::boolean[])
      """;

  /** The first void counts. */
  private static final String VOID =
      """
      update progress_event e set voided_seq = v.seq, voided_at = v.recorded_at
        from (select distinct on (ledger, id) ledger, id, seq, recorded_at
                from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[])
                     as one(ledger, id, seq, recorded_at)
               order by ledger, id, seq) v
       where e.ledger = v.ledger and e.id = v.id and e.voided_seq is null
      returning e.subject
      """;

  /** The latest verdict rules; those before it are found again by what refers to the event. */
  private static final String JUDGE =
      """
      update progress_event e
         set verdict = v.verdict, verdict_seq = v.seq, verdict_at = v.recorded_at
        from (select distinct on (ledger, id) ledger, id, verdict, seq, recorded_at
                from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[], $5::text[])
                     as one(ledger, id, seq, recorded_at, verdict)
               order by ledger, id, seq desc) v
       where e.ledger = v.ledger and e.id = v.id and e.seq < v.seq
      returning e.subject
      """;

  /** The first explanation is enough. */
  private static final String EXPLAIN =
      """
      update progress_event e set explained_seq = v.seq, explained_at = v.recorded_at
        from (select distinct on (ledger, id) ledger, id, seq, recorded_at
                from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[])
                     as one(ledger, id, seq, recorded_at)
               order by ledger, id, seq) v
       where e.ledger = v.ledger and e.id = v.id and e.seq < v.seq and e.explained_seq is null
      returning e.subject
      """;

  public Uni<Void> keep(SqlConnection transaction, List<ProgressFact> facts) {
    Columns<ProgressFact> columns =
        Columns.of(facts)
            .text(fact -> fact.link().ledger())
            .position(fact -> fact.link().seq())
            .text(fact -> fact.link().id())
            .text(ProgressFact::type)
            .text(ProgressFact::subject)
            .text(ProgressFact::plan)
            .text(ProgressFact::refers)
            .day(ProgressFact::day)
            .number(ProgressFact::value)
            .number(ProgressFact::numerator)
            .number(ProgressFact::denominator)
            .text(ProgressFact::project)
            .text(ProgressFact::step)
            .text(ProgressFact::stage)
            .text(ProgressFact::note)
            .text(ProgressFact::by)
            .moment(fact -> fact.link().recordedAt())
            .text(ProgressFact::part)
            .text(ProgressFact::explanation)
            .bytes(fact -> fact.link().bodyDigest().bytes())
            .flag(ProgressFact::understood);
    return transaction.preparedQuery(KEEP).execute(columns.tuple()).replaceWithVoid();
  }

  /**
   * Takes back what the voids name; the targets or items that it was about. A void of what is no
   * observation is kept and changes nothing.
   */
  public Uni<List<String>> takeBack(SqlConnection transaction, List<ProgressFact> voids) {
    return beside(transaction, VOID, voids, naming(voids));
  }

  /** Writes the verdicts beside what they judge; the targets or items that it was about. */
  public Uni<List<String>> judge(SqlConnection transaction, List<ProgressFact> verdicts) {
    Columns<ProgressFact> columns =
        naming(verdicts).text(fact -> fact.verdict() == null ? null : fact.verdict().word());
    return beside(transaction, JUDGE, verdicts, columns);
  }

  /** Writes beside what they explain that it was explained; what that was about. */
  public Uni<List<String>> explain(SqlConnection transaction, List<ProgressFact> explanations) {
    return beside(transaction, EXPLAIN, explanations, naming(explanations));
  }

  /** The events that these refer to, and the place and moment of the word on each. */
  private static Columns<ProgressFact> naming(List<ProgressFact> facts) {
    return Columns.of(facts)
        .text(fact -> fact.link().ledger())
        .text(ProgressFact::refers)
        .position(fact -> fact.link().seq())
        .moment(fact -> fact.link().recordedAt());
  }

  private static Uni<List<String>> beside(
      SqlConnection transaction,
      String query,
      List<ProgressFact> facts,
      Columns<ProgressFact> columns) {
    return facts.isEmpty()
        ? Uni.createFrom().item(List.of())
        : transaction
            .preparedQuery(query)
            .execute(columns.tuple())
            .map(rows -> Cells.list(rows, row -> row.getString("subject")));
  }
}
