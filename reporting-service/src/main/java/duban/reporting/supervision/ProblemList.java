package duban.reporting.supervision;

import duban.contracts.Text;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.problem.ProblemCounts;
import duban.reporting.problem.ProblemFilter;
import duban.reporting.problem.ProblemFilter.Stand;
import duban.reporting.problem.ProblemPlace;
import duban.reporting.problem.ProblemRow;
import duban.reporting.problem.Problems;
import duban.reporting.projection.Projection;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reports on the problem list, each read at one moment of the database. */
@ApplicationScoped
class ProblemList {

  private static final Text NOTHING = new Text("没有符合条件的问题。", "No problem fits.");

  private final Transactions transactions;
  private final Projection projection;
  private final Problems problems;
  private final FreshnessStore freshness;

  ProblemList(
      Transactions transactions,
      Projection projection,
      Problems problems,
      FreshnessStore freshness) {
    this.transactions = transactions;
    this.projection = projection;
    this.problems = problems;
    this.freshness = freshness;
  }

  /**
   * What a caller asks for.
   *
   * @param year 0 for every year
   */
  record Wanted(
      String scope,
      int year,
      @Nullable Stand stand,
      @Nullable String item,
      @Nullable ProblemPlace after,
      int limit) {}

  /**
   * A page of the list.
   *
   * @param counts of all that fit, however they stand and on whatever page
   * @param next the cursor to give as {@code after}; absent at the end
   * @param notice why there are none; absent when there are
   */
  public record ProblemsView(
      String scope,
      LocalDate asOf,
      @Nullable Instant knownAt,
      ProblemCounts counts,
      Freshness freshness,
      List<ProblemRow> problems,
      @Nullable String next,
      @Nullable Text notice) {}

  Uni<ProblemsView> list(Wanted wanted, AsOf asOf) {
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction, asOf.day(), asOf.knownAt())
            .chain(setting -> {
              if (!setting.knows(wanted.scope())) {
                return Uni.createFrom().failure(Asked.unknownScope(wanted.scope()));
              }
              return list(
                  transaction, wanted, setting.within(wanted.scope()), setting.today(), asOf);
            }));
  }

  private Uni<ProblemsView> list(
      SqlConnection transaction, Wanted wanted, List<String> districts, LocalDate day, AsOf asOf) {
    ProblemFilter filter =
        new ProblemFilter(districts, wanted.year(), wanted.stand(), wanted.item());
    int limit = wanted.limit();
    return Uni.combine()
        .all()
        .unis(
            problems.counts(transaction, filter, day, asOf.knownAt()),
            freshness.of(transaction, districts, asOf.knownAt()),
            problems.page(transaction, filter, day, asOf.knownAt(), wanted.after(), limit + 1))
        .with((counts, fresh, found) -> {
          List<ProblemRow> page = found.subList(0, Math.min(limit, found.size()));
          String next = found.size() > limit ? page.getLast().place().cursor() : null;
          Text notice = fresh.whyNothing(page, NOTHING);
          return new ProblemsView(
              wanted.scope(), day, asOf.knownAt(), counts, fresh, page, next, notice);
        });
  }

  Uni<ProblemRow> one(String district, String problem, AsOf asOf) {
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction, asOf.day(), asOf.knownAt())
            .chain(setting ->
                problems.one(transaction, district, problem, setting.today(), asOf.knownAt()))
            .onItem()
            .ifNull()
            .failWith(() -> unknown(problem)));
  }

  private static ProblemException unknown(String problem) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "没有问题 " + problem + "。", "There is no problem " + problem + ".");
  }
}
