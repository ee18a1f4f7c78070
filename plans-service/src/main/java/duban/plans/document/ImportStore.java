package duban.plans.document;

import duban.contracts.plan.Plan;
import duban.document.source.SourceText;
import duban.plans.publication.Facts;
import duban.plans.review.HistoryLine;
import duban.plans.review.Review;
import duban.plans.review.ReviewStore;
import duban.plans.review.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Begins reviews. The draft's key decides who was first, its version who saw the latest. */
@ApplicationScoped
class ImportStore {

  private static final String DRAFT =
      """
      select d.version, r.sha256
        from plan_draft d
        left join plan_review r on r.id = d.review
       where d.plan = $1
      """;

  private static final String LOCK_DRAFT =
      "select from plan_draft where plan = $1 and version = $2 for update";

  private static final String NEW_DRAFT =
      """
      insert into plan_draft (plan, district, year, title, content, edited_by, edited_at, version)
      values ($1, $2, $3, $4, '', $5, $6, 0)
      on conflict (plan) do nothing
      """;

  private static final String NEW_REVIEW =
      """
      insert into plan_review
        (plan, file_name, format, sha256, original, text, layout, outline, started_by, started_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      returning id
      """;

  private static final String TAKE_DRAFT =
      """
      update plan_draft
         set review = $2, undecided = $3, title = $4, content = $5, edited_by = $6, edited_at = $7,
             version = version + 1
       where plan = $1
      """;

  @Inject Pool pool;

  /**
   * @param sha256 of the document that it comes from, in hexadecimal figures; null when it was
   *     written by hand
   */
  record Existing(int version, @Nullable String sha256) {}

  Uni<Optional<Existing>> draft(String plan) {
    return pool.preparedQuery(DRAFT)
        .execute(Tuple.of(plan))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> {
                  @Nullable Buffer sha256 = row.getBuffer("sha256");
                  return new Existing(
                      row.getInteger("version"),
                      sha256 == null ? null : HexFormat.of().formatHex(sha256.getBytes()));
                }));
  }

  /**
   * @param source the words of the document
   */
  record Beginning(Handed handed, SourceText source, Prepared prepared, Instant at) {

    private Plan plan() {
      return prepared.outline().plan();
    }
  }

  /**
   * Makes the draft of a new plan, or puts the review in the place of the one that was seen.
   *
   * @param seen null when there was no draft
   * @return false when somebody else was first
   */
  Uni<Boolean> begin(Beginning beginning, @Nullable Existing seen) {
    return pool.withTransaction(transaction -> {
      Uni<Boolean> first =
          seen == null
              ? newDraft(transaction, beginning)
              : lockDraft(transaction, beginning.plan(), seen);
      return first.chain(
          mine -> mine ? take(transaction, beginning) : Uni.createFrom().item(false));
    });
  }

  private static Uni<Boolean> lockDraft(SqlConnection transaction, Plan plan, Existing seen) {
    return transaction
        .preparedQuery(LOCK_DRAFT)
        .execute(Tuple.of(plan.id(), seen.version()))
        .map(rows -> rows.rowCount() == 1);
  }

  private static Uni<Boolean> newDraft(SqlConnection transaction, Beginning beginning) {
    Plan plan = beginning.plan();
    Tuple values =
        Tuple.of(
            plan.id(),
            plan.district(),
            plan.year(),
            plan.title(),
            beginning.handed().by(),
            beginning.at().atOffset(ZoneOffset.UTC));
    return transaction.preparedQuery(NEW_DRAFT).execute(values).map(rows -> rows.rowCount() == 1);
  }

  private static Uni<Boolean> take(SqlConnection transaction, Beginning beginning) {
    return newReview(transaction, beginning)
        .chain(review -> takeDraft(transaction, beginning, review))
        .replaceWith(true);
  }

  private static Uni<Long> newReview(SqlConnection transaction, Beginning beginning) {
    Handed handed = beginning.handed();
    Tuple values =
        Tuple.tuple()
            .addString(beginning.plan().id())
            .addString(handed.fileName())
            .addString(beginning.source().format().name())
            .addBuffer(Buffer.buffer(handed.sha256().bytes()))
            .addBuffer(Buffer.newInstance(handed.content()))
            .addString(beginning.source().text())
            .addString(Rows.write(beginning.prepared().layout()))
            .addString(Rows.write(beginning.plan()))
            .addString(handed.by())
            .addOffsetDateTime(beginning.at().atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(NEW_REVIEW)
        .execute(values)
        .map(rows -> rows.iterator().next().getLong("id"))
        .call(review -> ReviewStore.propose(transaction, review, beginning.prepared().proposals()))
        .call(review ->
            ReviewStore.record(
                transaction,
                review,
                List.of(HistoryLine.started(handed.fileName(), handed.by(), beginning.at())),
                handed.by(),
                beginning.at()));
  }

  private static Uni<Void> takeDraft(SqlConnection transaction, Beginning beginning, long id) {
    Prepared prepared = beginning.prepared();
    Review review = new Review(id, 0, prepared.outline(), prepared.proposals());
    Plan draft = review.draft();
    Tuple values =
        Tuple.tuple()
            .addString(draft.id())
            .addLong(id)
            .addInteger(review.undecided())
            .addString(draft.title())
            .addString(Facts.canonical(draft).json())
            .addString(beginning.handed().by())
            .addOffsetDateTime(beginning.at().atOffset(ZoneOffset.UTC));
    return transaction.preparedQuery(TAKE_DRAFT).execute(values).replaceWithVoid();
  }
}
