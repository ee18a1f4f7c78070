package duban.reporting.problem;

import duban.contracts.progress.ProgressEvent.ProblemOpened;
import duban.contracts.progress.ProgressEvent.ProblemRectified;
import duban.contracts.progress.ProgressEvent.ProblemReopened;
import duban.contracts.progress.ProgressEvent.ProblemVerified;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.ProgressFact;
import duban.reporting.feed.Change;
import duban.reporting.problem.ProblemStore.Kept;
import duban.reporting.projection.Follower;
import duban.reporting.store.Columns;
import duban.reporting.store.Document;
import duban.reporting.store.EventTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the steps of problems, and tells a problem at each step and when its day has passed. */
@ApplicationScoped
class ProblemFollower implements Follower {

  /** Problems told of in one transaction; what is beyond is seen when it is asked for. */
  private static final int MOST_TOLD = 1_000;

  private final ProblemStore store;
  private final ProblemDayStore days;

  ProblemFollower(ProblemStore store, ProblemDayStore days) {
    this.store = store;
    this.days = days;
  }

  @Override
  public EventTable table() {
    return ProblemStore.KEPT;
  }

  @Override
  public Columns<?> rows(List<ProgressFact> facts) {
    return ProblemStore.rows(steps(facts));
  }

  private static List<Kept> steps(List<ProgressFact> facts) {
    return facts.stream().flatMap(ProblemFollower::step).toList();
  }

  @Override
  public Uni<List<Change>> follow(
      SqlConnection transaction, List<ProgressFact> facts, Setting setting) {
    List<Kept> steps = steps(facts);
    if (steps.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Set<ProblemKey> keys = steps.stream().map(Kept::key).collect(Collectors.toSet());
    Collection<String> districts =
        keys.stream().map(ProblemKey::district).collect(Collectors.toCollection(TreeSet::new));
    return table()
        .keep(transaction, rows(facts))
        .chain(() -> days.begin(transaction, districts, setting.today()))
        .chain(() -> told(transaction, keys, setting));
  }

  /** The day told last is kept, so that a repeat finds nothing and a stop is caught up with. */
  @Override
  public Uni<List<Change>> turn(SqlConnection transaction, String district, Setting setting) {
    LocalDate today = setting.today();
    return days.toldDay(transaction, district, today)
        .chain(before ->
            before == null
                ? Uni.createFrom().item(List.<ProblemKey>of())
                : store
                    .turned(transaction, district, before, today, MOST_TOLD)
                    .call(() -> days.turn(transaction, district, today)))
        .chain(keys -> told(transaction, keys, setting));
  }

  private Uni<List<Change>> told(
      SqlConnection transaction, Collection<ProblemKey> keys, Setting setting) {
    return store
        .some(transaction, keys, new ProblemStore.At(setting.today(), null))
        .map(rows -> rows.stream().map(row -> change(row, setting)).toList());
  }

  private static Change change(ProblemRow row, Setting setting) {
    return new Change(
        "problem", row.key(), setting.scopesOf(row.district()), row.year(), Document.write(row));
  }

  /** A ledger speaks of its own district's items only; anything else is no step. */
  private static Stream<Kept> step(ProgressFact fact) {
    if (fact.plan() == null || !fact.plan().startsWith(fact.district())) {
      return Stream.empty();
    }
    return switch (fact.event()) {
      case ProblemOpened e ->
          kept(fact, e.problem(), ProblemStep.Kind.OPENED, e.due(), e.severity(), e.text());
      case ProblemRectified e ->
          kept(fact, e.problem(), ProblemStep.Kind.RECTIFIED, null, null, e.text());
      case ProblemVerified e ->
          kept(fact, e.problem(), ProblemStep.Kind.VERIFIED, null, null, e.text());
      case ProblemReopened e ->
          kept(fact, e.problem(), ProblemStep.Kind.REOPENED, e.due(), null, e.text());
      case null, default -> Stream.empty();
    };
  }

  private static Stream<Kept> kept(
      ProgressFact fact,
      @Nullable String problem,
      ProblemStep.Kind kind,
      @Nullable LocalDate due,
      @Nullable String severity,
      @Nullable String text) {
    if (problem == null) {
      return Stream.empty();
    }
    ProblemStep step =
        new ProblemStep(
            fact.link().seq(),
            kind,
            fact.subject(),
            due,
            severity,
            text,
            fact.by(),
            fact.link().recordedAt());
    return Stream.of(new Kept(new ProblemKey(fact.district(), problem), step));
  }
}
