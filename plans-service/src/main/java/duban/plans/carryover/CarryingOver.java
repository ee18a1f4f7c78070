package duban.plans.carryover;

import duban.contracts.catalogue.Programme;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.contracts.problem.ProblemType;
import duban.door.Precondition;
import duban.door.ProblemException;
import duban.plans.carryover.Carried.Line;
import duban.plans.catalogue.Catalogue;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.plan.Draft;
import duban.plans.plan.PlanId;
import duban.plans.plan.PlanLife;
import duban.plans.plan.PlanLife.Actor;
import duban.plans.plan.PlanView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Writes next year's draft with targets of a published plan, open or closed. */
@ApplicationScoped
public class CarryingOver {

  @Inject PlanLife life;
  @Inject CatalogueLog catalogue;

  /**
   * @param skipped what the draft goes on with already
   * @param draft next year's plan as it stands now
   */
  @Schema(name = "CarriedOver")
  record Done(String plan, List<Line> carried, List<Line> skipped, PlanView draft) {}

  /**
   * @param created whether next year had no plan before
   */
  record Answer(Done done, boolean created) {}

  /**
   * Fails with CONFLICT for a plan that was never published, UNKNOWN_TARGET, INVALID_REQUEST or
   * INVALID_PLAN, and as an edit of next year's draft does.
   */
  Uni<Answer> carry(PlanId id, Wish wish, Actor actor) {
    PlanId next = PlanId.of(id.district() + "-" + (id.year() + 1));
    return Uni.combine()
        .all()
        .unis(life.view(id), view(next), catalogue.now())
        .asTuple()
        .chain(known -> {
          Plan old = published(known.getItem1());
          return carry(old, wish, known.getItem2(), known.getItem3(), actor);
        });
  }

  private Uni<Answer> carry(
      Plan old, Wish wish, Optional<PlanView> next, Catalogue now, Actor actor) {
    List<Target> targets = wish.in(old);
    Plan draft = next.flatMap(PlanView::current).orElse(null);
    Plan published = next.map(PlanView::content).map(Draft::read).orElse(null);
    Carried carried =
        NextPlan.of(old, targets, wish, draft, published, inForce(now, old.year() + 1));
    return write(carried, next, actor)
        .map(view ->
            new Answer(
                new Done(view.plan(), carried.carried(), carried.skipped(), view), next.isEmpty()));
  }

  private Uni<PlanView> write(Carried carried, Optional<PlanView> next, Actor actor) {
    if (next.isEmpty()) {
      Precondition.matchIfGiven(actor.ifMatch(), "absent");
      return life.create(carried.next(), new Actor(actor.subject(), null));
    }
    PlanView seen = next.get();
    Precondition.matchIfGiven(actor.ifMatch(), seen.etag());
    return carried.carried().isEmpty()
        ? Uni.createFrom().item(seen)
        : life.edit(
            PlanId.of(seen.plan()), carried.next(), new Actor(actor.subject(), seen.etag()));
  }

  private Uni<Optional<PlanView>> view(PlanId id) {
    return life.view(id)
        .map(Optional::of)
        .onFailure(CarryingOver::isNotFound)
        .recoverWithItem(Optional.empty());
  }

  private static Plan published(PlanView view) {
    String content = view.content();
    if (content == null) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "计划 " + view.plan() + " 尚未发布，没有可结转的目标。",
          "Plan " + view.plan() + " was never published, so it has nothing to carry over.");
    }
    return Draft.read(content);
  }

  private static Predicate<String> inForce(Catalogue now, int year) {
    return key -> now.programme(key).map(Programme::to).filter(last -> last >= year).isPresent();
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof ProblemException refusal
        && refusal.problem().type() == ProblemType.NOT_FOUND;
  }
}
