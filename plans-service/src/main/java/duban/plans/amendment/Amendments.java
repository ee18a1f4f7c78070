package duban.plans.amendment;

import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.plans.amendment.Changes.Told;
import duban.plans.plan.Draft;
import duban.plans.plan.PlanHistory;
import duban.plans.plan.PlanId;
import duban.plans.plan.PlanLife;
import duban.plans.plan.PlanLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the two revisions and tells their differences. */
@ApplicationScoped
public class Amendments {

  @Inject PlanLife life;
  @Inject PlanLog log;

  /**
   * Fails with NOT_FOUND.
   *
   * @param against 0 for nothing; null for the revision before
   */
  Uni<Told> of(PlanId id, int revision, @Nullable Integer against) {
    int base = against != null ? against : revision - 1;
    return life.view(id)
        .chain(known -> log.of(id))
        .chain(history -> {
          PlanHistory.Revision told =
              history.revision(revision).orElseThrow(() -> notFound(id, revision));
          return Uni.combine()
              .all()
              .unis(content(id, history, base), content(id, history, revision))
              .with((before, after) ->
                  new Told(
                      id.text(),
                      revision,
                      base,
                      told.reason(),
                      Amending.between(
                          before.orElse(null), after.orElseThrow(() -> notFound(id, revision)))));
        });
  }

  private Uni<Optional<Plan>> content(PlanId id, PlanHistory history, int revision) {
    if (revision == 0) {
      return Uni.createFrom().item(Optional.empty());
    }
    if (history.revision(revision).isEmpty()) {
      throw notFound(id, revision);
    }
    return log.content(id, revision)
        .map(content -> Optional.of(Draft.read(content.orElseThrow(() -> notFound(id, revision)))));
  }

  private static ProblemException notFound(PlanId id, int number) {
    return ProblemException.of(
        ProblemType.NOT_FOUND,
        "计划 " + id.text() + " 没有第 " + number + " 次修订。",
        "Plan " + id.text() + " has no revision " + number + ".");
  }
}
