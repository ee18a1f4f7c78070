package duban.plans.review;

import duban.contracts.Text;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.Precondition;
import duban.door.ProblemException;
import duban.plans.catalogue.Catalogue;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.plan.PlanHistory;
import duban.plans.plan.PlanId;
import duban.plans.plan.PlanLog;
import duban.plans.plan.SoundPlan;
import duban.plans.review.Proposal.Decided;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Shows a plan's review and keeps what people decide in it. */
@ApplicationScoped
public class Reviews {

  @Inject ReviewStore store;
  @Inject PlanLog log;
  @Inject CatalogueLog catalogue;
  @Inject SoundPlan sound;

  /** Who changes the review, and what they have seen of it. */
  record Reviewer(String subject, @Nullable String ifMatch) {}

  /** A review with what the ledger says of its plan. */
  private record Standing(Filed filed, PlanHistory history) {

    String etag() {
      return history.etag(filed.review().version());
    }

    String etagAfterChange() {
      return history.etag(filed.review().version() + 1);
    }
  }

  /** Fails with NOT_FOUND when the draft comes from no document. */
  public Uni<ReviewView> view(PlanId id) {
    return standing(id)
        .chain(standing ->
            store
                .words(standing.filed().review().id())
                .map(words -> ReviewView.of(standing.filed(), words, standing.etag())));
  }

  Uni<ChangeView> decide(PlanId id, List<Decision> decisions, Reviewer reviewer) {
    Decided author = author(reviewer);
    return change(
        id,
        reviewer,
        author,
        (review, now) ->
            Uni.createFrom().item(Decisions.apply(review, decisions, now::indicator, author)));
  }

  Uni<ChangeView> mark(PlanId id, Marking marking, Reviewer reviewer) {
    Decided author = author(reviewer);
    return change(
        id,
        reviewer,
        author,
        (review, now) ->
            store
                .words(review.id())
                .map(words -> marking.apply(review, words.text(), now::indicator, author)));
  }

  Uni<ChangeView> title(PlanId id, Titles titles, Reviewer reviewer) {
    Decided author = author(reviewer);
    return change(
        id, reviewer, author, (review, now) -> Uni.createFrom().item(titles.apply(review, author)));
  }

  /** Fails with PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_PLAN or PLAN_CLOSED. */
  private Uni<ChangeView> change(
      PlanId id,
      Reviewer reviewer,
      Decided author,
      BiFunction<Review, Catalogue, Uni<Outcome>> wish) {
    return standing(id)
        .invoke(standing -> {
          Precondition.requireMatch(reviewer.ifMatch(), standing.etag());
          requireOpen(standing);
        })
        .chain(standing ->
            catalogue
                .now()
                .chain(now -> wish.apply(standing.filed().review(), now))
                .map(Reviews::granted)
                .chain(change -> keep(change, author, standing)));
  }

  private Uni<ChangeView> keep(Change change, Decided author, Standing standing) {
    sound.require(change.after().draft());
    return store
        .write(change, author.by(), author.at())
        .replaceWith(() -> ChangeView.of(change, standing.etagAfterChange()));
  }

  private Uni<Standing> standing(PlanId id) {
    return store
        .find(id.text())
        .map(found -> found.orElseThrow(() -> notFound(id)))
        .chain(filed -> log.of(id).map(history -> new Standing(filed, history)));
  }

  private static Change granted(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed changed -> changed.change();
      case Outcome.Refused refused -> throw refusal(refused.faults());
    };
  }

  private static ProblemException refusal(List<FieldProblem> faults) {
    int count = faults.size();
    Text detail =
        new Text(
            "所作决定有 " + count + " 处有误。",
            count == 1 ? "One place is wrong." : count + " places are wrong.");
    return new ProblemException(new Problem(ProblemType.INVALID_PLAN, detail, faults));
  }

  private static void requireOpen(Standing standing) {
    if (standing.history().closed()) {
      throw ProblemException.of(
          ProblemType.PLAN_CLOSED, "计划已办结，不再接受修改。", "The plan is closed and takes no changes.");
    }
  }

  static ProblemException notFound(PlanId id) {
    return ProblemException.of(
        ProblemType.NOT_FOUND,
        "计划 " + id.text() + " 没有核对。",
        "Plan " + id.text() + " has no review.");
  }

  private static Decided author(Reviewer reviewer) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new Decided(reviewer.subject(), now, null);
  }
}
