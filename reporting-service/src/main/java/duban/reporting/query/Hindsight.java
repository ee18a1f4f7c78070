package duban.reporting.query;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.reporting.projection.ObservationStore;
import duban.reporting.projection.ObservationStore.Wanted;
import duban.reporting.projection.PlanStore;
import duban.reporting.projection.PlanStore.Revision;
import duban.reporting.projection.Setting;
import duban.reporting.rollup.PlanRow;
import duban.reporting.standing.Definition;
import duban.reporting.standing.Fold;
import duban.reporting.standing.Observation;
import duban.reporting.standing.TargetPlace;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells plans as of a day and as known at a moment: the revision that was in force, folded over the
 * observations that were known. The same fold serves the present, so both agree where they meet.
 */
@ApplicationScoped
class Hindsight {

  private final PlanStore plans;
  private final ObservationStore observations;

  Hindsight(PlanStore plans, ObservationStore observations) {
    this.plans = plans;
    this.observations = observations;
  }

  /** One after the other; a plan that was not published by then is left out. */
  Uni<List<ToldPlan>> plans(
      SqlClient client, Collection<PlanRow> rows, AsOf asOf, Setting setting) {
    return Multi.createFrom()
        .iterable(rows)
        .onItem()
        .transformToUniAndConcatenate(row -> plan(client, row, asOf, setting))
        .collect()
        .asList();
  }

  /** Null when the plan was not published by then. */
  Uni<@Nullable ToldPlan> plan(SqlClient client, PlanRow row, AsOf asOf, Setting setting) {
    Instant moment = asOf.knownAt() == null ? Instant.now() : asOf.knownAt();
    return plans
        .revision(client, row.plan(), moment)
        .chain(revision ->
            revision == null
                ? Uni.createFrom().nullItem()
                : tell(client, row, revision, asOf, setting));
  }

  private Uni<ToldPlan> tell(
      SqlClient client, PlanRow row, Revision revision, AsOf asOf, Setting setting) {
    Plan content = revision.content();
    List<TargetPlace> places = new ArrayList<>();
    List<Definition> definitions = new ArrayList<>();
    List<Wanted> wanted = new ArrayList<>();
    for (WorkItem item : content.items().toList()) {
      for (Target target : item.targets()) {
        TargetPlace place = place(content, item, target, revision.number());
        places.add(place);
        definitions.add(
            Definition.of(
                target,
                content,
                setting.catalogue().indicator(target.indicator()),
                setting.catalogue().settings()));
        wanted.add(Wanted.of(place, target));
      }
    }
    return observations
        .mattering(client, wanted, setting.today(), asOf.knownAt())
        .map(found ->
            ToldPlan.of(as(row, revision), content, told(places, definitions, found, setting)));
  }

  private static PlanRow as(PlanRow row, Revision revision) {
    Plan content = revision.content();
    return PlanRow.uncounted(
        row.plan(),
        row.district(),
        row.year(),
        content.title(),
        content.titleEn(),
        revision.number(),
        row.state());
  }

  private static List<Told> told(
      List<TargetPlace> places,
      List<Definition> definitions,
      Map<String, List<Observation>> found,
      Setting setting) {
    List<Told> told = new ArrayList<>(places.size());
    for (int i = 0; i < places.size(); i++) {
      TargetPlace place = places.get(i);
      List<Observation> said = found.getOrDefault(place.target(), List.of());
      Definition definition = definitions.get(i);
      told.add(new Told(place, definition, Fold.standing(definition, said, setting.today())));
    }
    return told;
  }

  private static TargetPlace place(Plan content, WorkItem item, Target target, int revision) {
    return new TargetPlace(
        target.id(),
        content.id(),
        content.itemId(item),
        content.district(),
        content.year(),
        revision);
  }
}
