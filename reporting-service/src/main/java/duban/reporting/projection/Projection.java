package duban.reporting.projection;

import duban.contracts.Ledgers;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.mark.Gate;
import duban.ledger.mark.MarkStore;
import duban.ledger.mark.Sifted;
import duban.ledger.mark.Sifted.Gap;
import duban.reporting.calendar.CalendarStore;
import duban.reporting.catalogue.Catalogues;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.ProgressFact;
import duban.reporting.feed.Change;
import duban.reporting.plan.PlanFacts;
import duban.reporting.store.Transactions;
import duban.reporting.target.Retelling;
import duban.reporting.target.Retelling.Told;
import duban.reporting.target.TargetStore;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies events, or a day's turn, in one transaction with the marks and the feed. */
@ApplicationScoped
public class Projection {

  private final Transactions transactions;
  private final LockStore locks;
  private final CalendarStore calendar;
  private final Catalogues catalogues;
  private final PlanWriter plans;
  private final ProgressWriter progress;
  private final TargetStore targets;
  private final Retelling retelling;
  private final Announcement announcement;
  private final List<Follower> followers;

  Projection(
      Transactions transactions,
      LockStore locks,
      CalendarStore calendar,
      Catalogues catalogues,
      PlanWriter plans,
      ProgressWriter progress,
      TargetStore targets,
      Retelling retelling,
      Announcement announcement,
      @All List<Follower> followers) {
    this.transactions = transactions;
    this.locks = locks;
    this.calendar = calendar;
    this.catalogues = catalogues;
    this.plans = plans;
    this.progress = progress;
    this.targets = targets;
    this.retelling = retelling;
    this.announcement = announcement;
    this.followers = followers;
  }

  /**
   * What became of a batch.
   *
   * @param applied events that changed something now
   * @param gaps what must be fetched before the events behind it can be applied; those were left
   * @param catalogueChanged whether standings wait to be told under another catalogue
   */
  public record Outcome(int applied, List<Gap> gaps, boolean catalogueChanged) {}

  /** Events in any order and of any number of ledgers; what was applied before is dropped. */
  public Uni<Outcome> apply(List<LedgerEvent> arrived) {
    if (arrived.isEmpty()) {
      return Uni.createFrom().item(new Outcome(0, List.of(), false));
    }
    Collection<String> ledgers =
        arrived.stream().map(LedgerEvent::ledger).collect(Collectors.toCollection(TreeSet::new));
    return transactions.write(transaction ->
        lock(transaction, ledgers)
            .chain(() -> MarkStore.lock(transaction, ledgers))
            .map(marks -> Gate.sift(marks, arrived))
            .chain(sifted -> apply(transaction, sifted, Manner.ANNOUNCED)));
  }

  /** How a batch is applied. */
  private enum Manner {
    /** Every standing is told anew and every change announced. */
    ANNOUNCED,
    /** Every standing is told anew, for nobody to hear. */
    TOLD,
    /** The facts alone; the standings are told when all the facts are there. */
    KEPT
  }

  /**
   * Applies links to tables that nobody reads yet and nobody else writes, without telling what they
   * change until {@link #turnUnseen}; how many.
   */
  public Uni<Integer> keepUnseen(SqlConnection transaction, List<LedgerEvent> links) {
    return unseen(transaction, links, Manner.KEPT);
  }

  /** The same, telling at once. */
  public Uni<Integer> applyUnseen(SqlConnection transaction, List<LedgerEvent> links) {
    return unseen(transaction, links, Manner.TOLD);
  }

  private Uni<Integer> unseen(SqlConnection transaction, List<LedgerEvent> links, Manner manner) {
    Collection<String> ledgers =
        links.stream().map(LedgerEvent::ledger).collect(Collectors.toCollection(TreeSet::new));
    return MarkStore.lock(transaction, ledgers)
        .map(marks -> Gate.sift(marks, links))
        .chain(sifted -> apply(transaction, sifted, manner))
        .map(Outcome::applied);
  }

  /** {@link #turn} in such tables. */
  public Uni<Integer> turnUnseen(SqlConnection transaction, String district, int limit) {
    return setting(transaction)
        .chain(setting -> turn(transaction, district, limit, setting, Manner.TOLD));
  }

  private Uni<Void> lock(SqlConnection transaction, Collection<String> ledgers) {
    SortedSet<String> districts =
        ledgers.stream()
            .filter(ledger -> !ledger.equals(Ledgers.CATALOGUE))
            .map(Ledgers::key)
            .collect(Collectors.toCollection(TreeSet::new));
    return ledgers.contains(Ledgers.CATALOGUE)
        ? locks.takeCatalogue(transaction, districts)
        : locks.takeDistricts(transaction, districts);
  }

  private Uni<Outcome> apply(SqlConnection transaction, Sifted sifted, Manner manner) {
    List<LedgerEvent> ready = sifted.ready();
    if (ready.isEmpty()) {
      return Uni.createFrom().item(new Outcome(0, sifted.gaps(), false));
    }
    List<LedgerEvent> planLinks =
        ready.stream().filter(link -> PlanFacts.isPlans(link.ledger())).toList();
    List<ProgressFact> facts =
        ready.stream()
            .filter(link -> !PlanFacts.isPlans(link.ledger()))
            .map(ProgressFact::of)
            .toList();
    Touched touched = new Touched();
    return plans
        .write(transaction, planLinks, touched)
        .chain(() -> progress.write(transaction, facts, touched))
        .chain(() -> settle(transaction, facts, touched, manner))
        .chain(() -> MarkStore.move(transaction, ready))
        .replaceWith(() -> new Outcome(ready.size(), sifted.gaps(), touched.catalogue()));
  }

  private Uni<Void> settle(
      SqlConnection transaction, List<ProgressFact> facts, Touched touched, Manner manner) {
    Collection<String> subjects = manner == Manner.KEPT ? List.of() : touched.subjects();
    return setting(transaction)
        .chain(setting ->
            retelling
                .tell(transaction, subjects, setting)
                .chain(told ->
                    followed(follower -> follower.follow(transaction, facts, setting))
                        .chain(more ->
                            manner == Manner.ANNOUNCED
                                ? announcement.announce(
                                    transaction, facts, told, touched.plans(), more, setting)
                                : Uni.createFrom().voidItem())));
  }

  /** The day and the catalogue as this client sees them now. */
  public Uni<Setting> setting(SqlClient client) {
    return calendar
        .today(client)
        .chain(today ->
            catalogues
                .at(client, today.catalogueVersion())
                .map(catalogue -> new Setting(today.today(), catalogue)));
  }

  /**
   * The setting of another day and moment.
   *
   * @param day null: today
   * @param knownAt the catalogue as it was known by then; null: as it is known now
   */
  public Uni<Setting> setting(
      SqlClient client, @Nullable LocalDate day, @Nullable Instant knownAt) {
    return calendar
        .today(client)
        .chain(today ->
            (knownAt == null
                    ? catalogues.at(client, today.catalogueVersion())
                    : catalogues.knownAt(client, knownAt))
                .map(catalogue -> new Setting(day == null ? today.today() : day, catalogue)));
  }

  /**
   * Tells up to {@code limit} targets of the district that stand at another day; how many it told.
   */
  Uni<Integer> turn(String district, int limit) {
    return transactions.write(transaction ->
        locks
            .takeDistricts(transaction, new TreeSet<>(List.of(district)))
            .chain(() -> setting(transaction))
            .chain(setting -> turn(transaction, district, limit, setting, Manner.ANNOUNCED)));
  }

  private Uni<Integer> turn(
      SqlConnection transaction, String district, int limit, Setting setting, Manner manner) {
    return targets
        .behindTheDay(transaction, district, setting.today(), limit)
        .chain(behind ->
            retelling
                .tell(transaction, behind, setting)
                .chain(told ->
                    followed(follower -> follower.turn(transaction, district, setting))
                        .chain(more ->
                            manner == Manner.ANNOUNCED
                                ? announce(transaction, told, more, setting)
                                : Uni.createFrom().voidItem()))
                .replaceWith(behind.size()));
  }

  private Uni<Void> announce(
      SqlConnection transaction, Told told, List<Change> more, Setting setting) {
    return announcement.announce(transaction, List.of(), told, List.of(), more, setting);
  }

  /** One after the other: they share the transaction's connection, and its order of locks. */
  private Uni<List<Change>> followed(Function<Follower, Uni<List<Change>>> step) {
    return Multi.createFrom()
        .iterable(followers)
        .onItem()
        .transformToUniAndConcatenate(step::apply)
        .onItem()
        .<Change>transformToIterable(changes -> changes)
        .collect()
        .asList();
  }
}
