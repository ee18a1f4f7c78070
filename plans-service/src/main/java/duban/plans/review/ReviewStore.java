package duban.plans.review;

import duban.contracts.plan.Plan;
import duban.door.Precondition;
import duban.plans.publication.Facts;
import duban.plans.review.Filed.Original;
import duban.plans.review.Filed.Source;
import duban.plans.review.Filed.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps reviews. The draft's version decides which of two changes was first. */
@ApplicationScoped
public class ReviewStore {

  /** One statement, so that proposals and version are of the same moment. */
  private static final String FIND =
      """
      select r.id, r.file_name, r.format, r.sha256, r.outline, r.started_by, r.started_at, d.version,
             array(select p.proposal from review_proposal p
                    where p.review = r.id order by p.no) as proposals
        from plan_draft d
        join plan_review r on r.id = d.review
       where d.plan = $1
      """;

  private static final String WORDS = "select text, layout from plan_review where id = $1";

  private static final String ORIGINAL =
      """
      select r.file_name, r.format, r.original
        from plan_review r
        join plan_draft d on d.plan = r.plan
       where r.plan = $1 and r.id = coalesce($2::bigint, d.review)
      """;

  private static final String MOVE_DRAFT =
      """
      update plan_draft
         set content = $4, title = $5, undecided = $6, edited_by = $7, edited_at = $8,
             version = version + 1
       where plan = $1 and version = $2 and review = $3
      """;

  private static final String RETITLE = "update plan_review set outline = $2 where id = $1";

  private static final String PROPOSE =
      """
      insert into review_proposal (review, no, proposal)
      select $1, no, proposal from unnest($2::integer[], $3::text[]) as changed(no, proposal)
      on conflict (review, no) do update set proposal = excluded.proposal
      """;

  private static final String RECORD =
      """
      insert into review_history (review, seq, no, action, before, after, reason, by, at)
      select $1, past.seq + line.seq, line.no, line.action, line.before, line.after, line.reason,
             $7, $8
        from (select coalesce(max(seq), 0) as seq from review_history where review = $1) as past,
             unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[])
               with ordinality as line(no, action, before, after, reason, seq)
      """;

  @Inject Pool pool;

  /** The plan's current review; empty when its draft comes from no document. */
  public Uni<Optional<Filed>> find(String plan) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(plan))
        .map(rows -> first(rows, ReviewStore::filed));
  }

  Uni<Words> words(long review) {
    return pool.preparedQuery(WORDS)
        .execute(Tuple.of(review))
        .map(rows -> {
          Row row = rows.iterator().next();
          return new Words(row.getString("text"), Rows.read(row.getString("layout"), Layout.class));
        });
  }

  /**
   * @param review one of the plan's; null for the current one
   */
  Uni<Optional<Original>> original(String plan, @Nullable Long review) {
    return pool.preparedQuery(ORIGINAL)
        .execute(Tuple.of(plan, review))
        .map(rows ->
            first(
                rows,
                row ->
                    new Original(
                        row.getString("file_name"),
                        row.getString("format"),
                        row.getBuffer("original").getDelegate())));
  }

  /** Fails with PRECONDITION_FAILED when the draft is not of the review's version any more. */
  Uni<Void> write(Change change, String by, Instant at) {
    Review after = change.after();
    return pool.withTransaction(transaction ->
        moveDraft(transaction, after, by, at)
            .chain(() -> retitle(transaction, after))
            .chain(() -> propose(transaction, after.id(), change.changed()))
            .chain(() -> record(transaction, after.id(), change.lines(), by, at)));
  }

  private static Uni<Void> moveDraft(
      SqlConnection transaction, Review review, String by, Instant at) {
    Plan draft = review.draft();
    Tuple values =
        Tuple.tuple()
            .addString(draft.id())
            .addInteger(review.version())
            .addLong(review.id())
            .addString(Facts.canonical(draft).json())
            .addString(draft.title())
            .addInteger(review.undecided())
            .addString(by)
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(MOVE_DRAFT)
        .execute(values)
        .invoke(rows -> {
          if (rows.rowCount() == 0) {
            throw Precondition.changedMeanwhile("newer");
          }
        })
        .replaceWithVoid();
  }

  private static Uni<Void> retitle(SqlConnection transaction, Review review) {
    String outline = Rows.write(review.outline().plan());
    return transaction
        .preparedQuery(RETITLE)
        .execute(Tuple.of(review.id(), outline))
        .replaceWithVoid();
  }

  /** Adds proposals, or puts them in place of those of the same number. */
  public static Uni<Void> propose(
      SqlConnection transaction, long review, List<Proposal> proposals) {
    Tuple values =
        Tuple.of(
            review,
            proposals.stream().map(Proposal::proposal).toArray(Integer[]::new),
            proposals.stream().map(Rows::write).toArray(String[]::new));
    return transaction.preparedQuery(PROPOSE).execute(values).replaceWithVoid();
  }

  /** Adds lines to the history; all are of one author and one moment. */
  public static Uni<Void> record(
      SqlConnection transaction, long review, List<HistoryLine> lines, String by, Instant at) {
    Tuple values =
        Tuple.tuple()
            .addLong(review)
            .addArrayOfInteger(lines.stream().map(HistoryLine::proposal).toArray(Integer[]::new))
            .addArrayOfString(texts(lines, HistoryLine::action))
            .addArrayOfString(texts(lines, HistoryLine::before))
            .addArrayOfString(texts(lines, HistoryLine::after))
            .addArrayOfString(texts(lines, HistoryLine::reason))
            .addString(by)
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
    return transaction.preparedQuery(RECORD).execute(values).replaceWithVoid();
  }

  private static String[] texts(
      List<HistoryLine> lines, Function<HistoryLine, @Nullable String> field) {
    return lines.stream().map(field).toArray(String[]::new);
  }

  private static Filed filed(Row row) {
    Review review =
        new Review(
            row.getLong("id"),
            row.getInteger("version"),
            new Outline(Rows.read(row.getString("outline"), Plan.class)),
            Arrays.stream(row.getArrayOfStrings("proposals"))
                .map(proposal -> Rows.read(proposal, Proposal.class))
                .toList());
    Source source =
        new Source(
            row.getString("file_name"),
            row.getString("format"),
            HexFormat.of().formatHex(row.getBuffer("sha256").getBytes()),
            row.getString("started_by"),
            row.getOffsetDateTime("started_at").toInstant());
    return new Filed(review, source);
  }

  private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> read) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(read);
  }
}
