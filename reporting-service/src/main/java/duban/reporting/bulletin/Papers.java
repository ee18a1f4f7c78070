package duban.reporting.bulletin;

import duban.reporting.catalogue.Setting;
import duban.reporting.discipline.Discipline;
import duban.reporting.discipline.MonthDiscipline;
import duban.reporting.problem.Problems;
import duban.reporting.query.ScopeTold;
import duban.reporting.query.Telling;
import duban.reporting.store.Transactions;
import duban.reporting.supervision.Appraisal;
import duban.reporting.supervision.Appraisals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private final Appraisals appraisals;

  Papers(
      Transactions transactions,
      Telling telling,
      TraceStore traces,
      RevisionStore revisions,
      PlaceStore places,
      Problems problems,
      Discipline discipline,
      Appraisals appraisals) {
    this.transactions = transactions;
    this.telling = telling;
    this.traces = traces;
    this.revisions = revisions;
    this.places = places;
    this.problems = problems;
    this.discipline = discipline;
    this.appraisals = appraisals;
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
    List<String> plans = told.now().plans().stream().map(plan -> plan.plan().plan()).toList();
    if (edition.kind().equals(Edition.BULLETIN)) {
      return revisions
          .published(transaction, plans, knownAt)
          .map(published -> Composition.bulletin(edition, told, beside, knownAt, published));
    }
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
    Setting reporting = setting.on(edition.reportingDay(setting.today(), knownAt));
    boolean monthly = edition.kind().equals(Edition.BULLETIN);
    Uni<List<MonthDiscipline>> months =
        monthly
            ? discipline.month(
                transaction, districts, YearMonth.from(edition.first()), knownAt, reporting)
            : discipline.year(transaction, districts, edition.year(), knownAt, reporting);
    Uni<List<Appraisal>> given =
        monthly
            ? Uni.createFrom().item(List.of())
            // A year is appraised when it is over, on the day of the paper's making at the latest.
            : appraisals.of(transaction, districts, edition.year(), reporting.today(), knownAt);
    return Uni.combine()
        .all()
        .unis(
            problems.list(transaction, districts, edition.year(), setting.today(), knownAt),
            months,
            given)
        .with(Supervision::new);
  }

  private Uni<Tellings> tellings(
      SqlConnection transaction, Edition edition, Setting setting, Instant knownAt) {
    LocalDate day = setting.today();
    return scope(transaction, edition, setting, knownAt)
        .chain(now ->
            Uni.combine()
                .all()
                .unis(
                    lastMonth(transaction, edition, setting, knownAt),
                    scope(transaction, edition, setting.on(day.minusYears(1)), knownAt),
                    telling.redSince(transaction, now, knownAt),
                    traces.of(transaction, now.targets().toList(), day, knownAt),
                    telling.basis(transaction, now, knownAt))
                .with((lastMonth, lastYear, since, traced, basis) ->
                    new Tellings(now, lastMonth.orElse(null), lastYear, since, traced, basis)));
  }

  private Uni<ScopeTold> scope(
      SqlConnection transaction, Edition edition, Setting setting, Instant knownAt) {
    return telling.scope(transaction, setting, edition.scope(), setting.today().getYear(), knownAt);
  }

  /** The end of the month before, if that is of the same year. */
  private Uni<Optional<ScopeTold>> lastMonth(
      SqlConnection transaction, Edition edition, Setting setting, Instant knownAt) {
    LocalDate end = setting.today().withDayOfMonth(1).minusDays(1);
    return end.getYear() < setting.today().getYear()
        ? Uni.createFrom().item(Optional.empty())
        : scope(transaction, edition, setting.on(end), knownAt).map(Optional::of);
  }
}
