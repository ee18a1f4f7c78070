package duban.plans.comparison;

import duban.contracts.plan.Plan;
import duban.plans.comparison.Comparison.Row;
import duban.plans.comparison.Comparison.Side;
import duban.plans.plan.Draft;
import duban.plans.plan.PlanId;
import duban.plans.plan.PlanLife;
import duban.plans.plan.PlanView;
import duban.plans.review.Filed;
import duban.plans.review.Review;
import duban.plans.review.ReviewStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the contents of two plans and compares them. */
@ApplicationScoped
class Comparisons {

  @Inject PlanLife plans;
  @Inject ReviewStore reviews;

  /** A plan's content, and which of its contents that is. */
  private record Version(Plan plan, String content, @Nullable Integer revision) {

    Side side() {
      return new Side(plan.id(), plan.year(), plan.title(), content, revision);
    }
  }

  /**
   * Fails with NOT_FOUND when one of them is not there.
   *
   * @param undecided whether proposals that wait count as if they were accepted
   */
  Uni<Comparison> compare(PlanId plan, PlanId with, boolean undecided) {
    Uni<Version> now = undecided ? prospect(plan) : newest(plan);
    return now.chain(after -> fixed(with).map(before -> List.of(before, after)))
        // Two thousand targets a side take a core a second, which an event loop has not got.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(both -> compare(both.get(0), both.get(1)));
  }

  private static Comparison compare(Version before, Version after) {
    List<Row> rows =
        Comparing.rows(before.plan().targets().toList(), after.plan().targets().toList());
    return new Comparison(after.side(), before.side(), Comparing.tally(rows), rows);
  }

  private Uni<Version> prospect(PlanId id) {
    return reviews
        .find(id.text())
        .chain(found ->
            found
                .map(Filed::review)
                .filter(review -> review.undecided() > 0)
                .map(Review::prospect)
                .map(plan -> Uni.createFrom().item(new Version(plan, "prospect", null)))
                .orElseGet(() -> newest(id)));
  }

  /** What is being written, else what was published. */
  private Uni<Version> newest(PlanId id) {
    return plans.view(id).map(view -> view.draft() != null ? draft(view) : published(view));
  }

  /** What was published, else what is being written. */
  private Uni<Version> fixed(PlanId id) {
    return plans.view(id).map(view -> view.content() != null ? published(view) : draft(view));
  }

  private static Version draft(PlanView view) {
    return new Version(read(view.draft()), "draft", null);
  }

  private static Version published(PlanView view) {
    return new Version(read(view.content()), "published", view.revision());
  }

  private static Plan read(@Nullable String content) {
    if (content == null) {
      throw new IllegalStateException("a plan with neither draft nor revision");
    }
    return Draft.read(content);
  }
}
