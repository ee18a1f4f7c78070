package duban.plans.plan;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.plans.catalogue.Catalogue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The published plans that a plan's targets go on from. */
@ApplicationScoped
public class EarlierPlans {

  @Inject PlanLog log;

  private record Found(String plan, Set<String> targets) {}

  /** The ids of their targets, by plan; a plan that is not published here is not in it. */
  Uni<Map<String, Set<String>>> of(Plan content, Catalogue now) {
    List<String> plans =
        content
            .targets()
            .map(Target::continues)
            .filter(Objects::nonNull)
            .map(Plan::idOf)
            .distinct()
            // A district's history is kept once it is read, so only those that there are.
            .filter(plan -> now.tree().knows(Plan.districtOf(plan)))
            .toList();
    return Multi.createFrom()
        .iterable(plans)
        .onItem()
        .transformToUniAndConcatenate(plan -> targets(PlanId.of(plan)))
        .collect()
        .asList()
        .map(found ->
            found.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Found::plan, Found::targets)));
  }

  private Uni<Optional<Found>> targets(PlanId id) {
    return log.of(id)
        .chain(history ->
            history.latest().isEmpty()
                ? Uni.createFrom().item(Optional.<String>empty())
                : log.content(id, history.latest().get().number()))
        .map(content -> content.map(Draft::read).map(plan -> new Found(id.text(), ids(plan))));
  }

  private static Set<String> ids(Plan plan) {
    return plan.targets().map(Target::id).collect(Collectors.toSet());
  }
}
