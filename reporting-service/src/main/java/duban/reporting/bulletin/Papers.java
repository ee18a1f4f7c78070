package duban.reporting.bulletin;

import duban.reporting.bulletin.Tellings.MonthEnd;
import duban.reporting.catalogue.Setting;
import duban.reporting.discipline.Discipline;
import duban.reporting.discipline.MonthDiscipline;
import duban.reporting.problem.Problems;
import duban.reporting.query.ScopeTold;
import duban.reporting.query.Telling;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes papers, each read at one moment of the database. */
@ApplicationScoped
public class Papers {

  private final Transactions transactions;
  private final Telling telling;
  private final TraceStore traces;
  private final RevisionStore revisions;
  private final PlaceStore places;
  private final Problems problems;
  private final Discipline discipline;

  Papers(
      Transactions transactions,
      Telling telling,
      TraceStore traces,
      RevisionStore revisions,
      PlaceStore places,
      Problems problems,
      Discipline discipline) {
    this.transactions = transactions;
    this.telling = telling;
    this.traces = traces;
    this.revisions = revisions;
    this.places = places;
    this.problems = problems;
    this.discipline = discipline;
  }

  /**
   * A paper that names no places yet.
   *
   * @param places by ledger, how far it was applied, and of progress recorded by then
   */
  public record Written(Paper paper, Map<String, Long> places) {}

  public Uni<Written> write(Edition edition, LocalDate day, Instant knownAt) {
    return transactions.snapshot(transaction ->
        telling
            .setting(transaction, edition.scope(), day, knownAt)
            .chain(setting ->
                tellings(transaction, edition, setting, knownAt)
                    .chain(told ->
                        supervision(transaction, edition, setting, knownAt)
                            .chain(beside -> compose(transaction, edition, told, beside, knownAt)))
                    .chain(paper ->
                        places
                            .of(transaction, setting.within(edition.scope()), knownAt)
                            .map(reached -> new Written(paper, reached)))));
  }

  private Uni<? extends Paper> compose(
      SqlConnection transaction,
      Edition edition,
      Tellings told,
      Supervision beside,
      Instant knownAt) {
    if (edition.kind().equals(Edition.BULLETIN)) {
      return Uni.createFrom().item(Composition.bulletin(edition, told, beside, knownAt));
    }
    List<String> plans = told.now().plans().stream().map(plan -> plan.plan().plan()).toList();
    return revisions
        .promised(transaction, plans, knownAt)
        .chain(promised ->
            revisions
                .closed(transaction, plans, knownAt)
                .map(closed ->
                    Composition.summary(edition, told, beside, knownAt, promised, closed)));
  }

  private Uni<Supervision> supervision(
      SqlConnection transaction, Edition edition, Setting setting, Instant knownAt) {
    List<String> districts = setting.within(edition.scope());
    Uni<List<MonthDiscipline>> months =
        edition.kind().equals(Edition.BULLETIN)
            ? discipline.month(
                transaction, districts, YearMonth.from(edition.first()), knownAt, setting)
            : discipline.year(transaction, districts, edition.year(), knownAt, setting);
    return months.chain(told ->
        problems
            .list(transaction, districts, edition.year(), setting.today(), knownAt)
            .map(rows -> new Supervision(rows, told)));
  }

  private Uni<Tellings> tellings(
      SqlConnection transaction, Edition edition, Setting setting, Instant knownAt) {
    LocalDate day = setting.today();
    return scope(transaction, edition, setting, knownAt)
        .chain(now ->
            monthsBefore(transaction, edition, setting, knownAt)
                .chain(months ->
                    scope(transaction, edition, setting.on(day.minusYears(1)), knownAt)
                        .chain(lastYear ->
                            traces
                                .of(transaction, now.targets().toList(), day, knownAt)
                                .map(traced ->
                                    new Tellings(
                                        now, months.ends(), months.last(), lastYear, traced)))));
  }

  private Uni<ScopeTold> scope(
      SqlConnection transaction, Edition edition, Setting setting, Instant knownAt) {
    return telling.scope(transaction, setting, edition.scope(), setting.today().getYear(), knownAt);
  }

  private record Months(List<MonthEnd> ends, @Nullable ScopeTold last) {}

  /** Only the last is kept whole: of the earlier ones a light each is enough. */
  private Uni<Months> monthsBefore(
      SqlConnection transaction, Edition edition, Setting setting, Instant knownAt) {
    YearMonth current = YearMonth.from(setting.today());
    List<YearMonth> before =
        Stream.iterate(YearMonth.of(current.getYear(), 1), current::isAfter, m -> m.plusMonths(1))
            .toList();
    return Multi.createFrom()
        .iterable(before)
        .onItem()
        .transformToUniAndConcatenate(month ->
            scope(transaction, edition, setting.on(month.atEndOfMonth()), knownAt)
                .map(told ->
                    new Months(
                        List.of(MonthEnd.of(month, told)),
                        month.plusMonths(1).equals(current) ? told : null)))
        .collect()
        .asList()
        .map(Papers::joined);
  }

  private static Months joined(List<Months> months) {
    return new Months(
        months.stream().flatMap(one -> one.ends().stream()).toList(),
        months.isEmpty() ? null : months.getLast().last());
  }
}
