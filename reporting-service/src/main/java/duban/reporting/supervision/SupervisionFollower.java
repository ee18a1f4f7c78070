package duban.reporting.supervision;

import duban.contracts.progress.ProgressEvent.AppraisalGiven;
import duban.contracts.progress.ProgressEvent.ItemAccepted;
import duban.contracts.progress.ProgressEvent.ItemCompleted;
import duban.contracts.progress.ProgressEvent.ItemConfirmed;
import duban.contracts.progress.ProgressEvent.ItemReminded;
import duban.contracts.progress.ProgressEvent.ItemReturned;
import duban.contracts.progress.ProgressEvent.ItemUrged;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.ProgressFact;
import duban.reporting.feed.Change;
import duban.reporting.projection.Follower;
import duban.reporting.store.Columns;
import duban.reporting.store.EventTable;
import duban.reporting.supervision.SupervisionStore.Kept;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the steps of the loop; clients see them as the events that they are. */
@ApplicationScoped
class SupervisionFollower implements Follower {

  @Override
  public EventTable table() {
    return SupervisionStore.KEPT;
  }

  @Override
  public Columns<?> rows(List<ProgressFact> facts) {
    return SupervisionStore.rows(facts.stream().flatMap(SupervisionFollower::step).toList());
  }

  @Override
  public Uni<List<Change>> follow(
      SqlConnection transaction, List<ProgressFact> facts, Setting setting) {
    return table().keep(transaction, rows(facts)).replaceWith(List.of());
  }

  @Override
  public Uni<List<Change>> turn(SqlConnection transaction, String district, Setting setting) {
    return Uni.createFrom().item(List.of());
  }

  private static Stream<Kept> step(ProgressFact fact) {
    String plan = fact.plan();
    if (plan == null || !plan.startsWith(fact.district())) {
      return Stream.empty();
    }
    return switch (fact.event()) {
      case ItemAccepted e -> word(fact, plan, LoopStep.Kind.ACCEPTED, e.on(), e.text());
      case ItemCompleted e -> word(fact, plan, LoopStep.Kind.COMPLETED, e.on(), e.text());
      case ItemConfirmed e -> word(fact, plan, LoopStep.Kind.CONFIRMED, e.on(), e.text());
      case ItemReturned e -> word(fact, plan, LoopStep.Kind.RETURNED, e.on(), e.text());
      case ItemReminded e ->
          call(fact, plan, LoopStep.Kind.REMINDED, e.target(), e.on(), e.due(), e.text());
      case ItemUrged e ->
          call(fact, plan, LoopStep.Kind.URGED, e.target(), e.on(), e.due(), e.text());
      case AppraisalGiven e -> appraisal(fact, plan, e.score(), e.grade(), e.text());
      case null, default -> Stream.empty();
    };
  }

  private static Stream<Kept> word(
      ProgressFact fact,
      String plan,
      LoopStep.Kind kind,
      @Nullable LocalDate on,
      @Nullable String text) {
    return call(fact, plan, kind, null, on, null, text);
  }

  private static Stream<Kept> call(
      ProgressFact fact,
      String plan,
      LoopStep.Kind kind,
      @Nullable String target,
      @Nullable LocalDate on,
      @Nullable LocalDate due,
      @Nullable String text) {
    LoopStep step =
        new LoopStep(
            fact.link().seq(),
            kind,
            target,
            on,
            due,
            null,
            null,
            text,
            fact.by(),
            fact.link().recordedAt());
    return Stream.of(new Kept(fact.link().ledger(), plan, fact.subject(), step));
  }

  private static Stream<Kept> appraisal(
      ProgressFact fact,
      String plan,
      @Nullable BigDecimal score,
      @Nullable String grade,
      @Nullable String text) {
    LoopStep step =
        new LoopStep(
            fact.link().seq(),
            LoopStep.Kind.APPRAISED,
            null,
            null,
            null,
            score,
            grade,
            text,
            fact.by(),
            fact.link().recordedAt());
    return Stream.of(new Kept(fact.link().ledger(), plan, null, step));
  }
}
