package duban.reporting.projection;

import duban.contracts.plan.Plan;
import duban.contracts.plan.PlanEvent;
import duban.contracts.plan.PlanEvent.BulletinIssued;
import duban.contracts.plan.PlanEvent.DistrictDefined;
import duban.contracts.plan.PlanEvent.IndicatorDefined;
import duban.contracts.plan.PlanEvent.PlanAmended;
import duban.contracts.plan.PlanEvent.PlanClosed;
import duban.contracts.plan.PlanEvent.PlanPublished;
import duban.contracts.plan.PlanEvent.ProgrammeDefined;
import duban.contracts.plan.PlanEvent.SettingsDefined;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.catalogue.CatalogueStore;
import duban.reporting.catalogue.CatalogueStore.Kind;
import duban.reporting.plan.PlanEventStore;
import duban.reporting.plan.PlanFacts;
import duban.reporting.plan.PublicationStore;
import duban.reporting.target.TargetStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what plan and catalogue events say. */
@ApplicationScoped
class PlanWriter {

  private final PublicationStore plans;
  private final CatalogueStore catalogue;
  private final TargetStore targets;
  private final PlanEventStore journal;

  PlanWriter(
      PublicationStore plans,
      CatalogueStore catalogue,
      TargetStore targets,
      PlanEventStore journal) {
    this.journal = journal;
    this.plans = plans;
    this.catalogue = catalogue;
    this.targets = targets;
  }

  /** One after the other: a batch may hold two revisions of a plan. */
  Uni<Void> write(SqlConnection transaction, List<LedgerEvent> links, Touched touched) {
    if (links.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(links)
        .onItem()
        .transformToUniAndConcatenate(link -> write(transaction, link, touched))
        .collect()
        .last()
        .chain(() -> journal.keep(transaction, links))
        .chain(() -> catalogueChanged(transaction, touched));
  }

  private Uni<Void> write(SqlConnection transaction, LedgerEvent link, Touched touched) {
    PlanEvent event = PlanFacts.read(link).orElse(null);
    return switch (event) {
      case PlanPublished e -> publish(transaction, link, e.revision(), null, e.content(), touched);
      case PlanAmended e ->
          publish(transaction, link, e.revision(), e.reason(), e.content(), touched);
      case PlanClosed e -> {
        touched.plans().add(e.plan());
        yield plans.close(transaction, e.plan(), link.recordedAt());
      }
      case IndicatorDefined e -> {
        touched.definitions().add(Kind.INDICATOR);
        touched.indicators().add(e.indicator().key());
        yield catalogue.define(transaction, e.indicator(), link);
      }
      case DistrictDefined e -> {
        touched.definitions().add(Kind.DISTRICT);
        touched.districts().add(e.district().code());
        yield catalogue.define(transaction, e.district(), link);
      }
      case SettingsDefined e -> {
        touched.definitions().add(Kind.SETTINGS);
        yield catalogue.define(transaction, e.settings(), link);
      }
      case ProgrammeDefined e -> {
        touched.definitions().add(Kind.PROGRAMME);
        yield catalogue.define(transaction, e.programme(), link);
      }
      case BulletinIssued _ -> Uni.createFrom().voidItem();
      case null -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> publish(
      SqlConnection transaction,
      LedgerEvent link,
      int revision,
      @Nullable String reason,
      Plan content,
      Touched touched) {
    touched.plans().add(content.id());
    return plans
        .publish(transaction, link, revision, reason, content)
        .invoke(ids -> touched.subjects().addAll(ids))
        .replaceWithVoid();
  }

  /** What another definition touches is told anew by the tick, district by district. */
  private Uni<Void> catalogueChanged(SqlConnection transaction, Touched touched) {
    return touched.catalogue() ? makeAnew(transaction, touched) : Uni.createFrom().voidItem();
  }

  private Uni<Void> makeAnew(SqlConnection transaction, Touched touched) {
    return touched.everything()
        ? targets.makeAllAnew(transaction)
        : targets.makeAnew(transaction, touched.indicators(), touched.districts());
  }
}
