package duban.plans.plan;

import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.ProblemType;
import duban.door.Precondition;
import duban.door.ProblemException;
import duban.ledger.append.Answer.Receipt;
import duban.ledger.chain.NewEvent;
import duban.plans.catalogue.Catalogue;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.plan.PlanHistory.Revision;
import duban.plans.publication.Facts;
import duban.plans.publication.Publication;
import duban.plans.rules.PublicationRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Draft, publish, amend, close. Publishing reads the draft and writes the ledger, and no more. */
@ApplicationScoped
public class PlanLife {

  @Inject DraftStore drafts;
  @Inject PlanLog log;
  @Inject CatalogueLog catalogue;
  @Inject Publication publication;
  @Inject SoundPlan sound;

  /** Who acts, and what they have seen. */
  record Actor(String subject, @Nullable String ifMatch) {}

  /** A plan with what the ledger says of it. */
  private record Standing(PlanId id, Draft draft, PlanHistory history) {

    String etag() {
      return history.etag(draft.version());
    }
  }

  /**
   * @param made the revision that this call made; empty when there was nothing new to publish, or
   *     another call made it
   */
  record Published(PlanView view, OptionalInt made) {}

  /** Fails with INVALID_PLAN, or CONFLICT when there is one for that district and year. */
  Uni<PlanView> create(Plan content, Actor actor) {
    sound.require(content);
    return catalogue
        .now()
        .invoke(now -> requireDistrict(content, now))
        .chain(now -> drafts.create(content, actor.subject(), now()))
        .chain(draft -> view(PlanId.of(draft.plan())));
  }

  /** Fails with NOT_FOUND. */
  public Uni<PlanView> view(PlanId id) {
    return standing(id)
        .chain(
            standing -> published(standing).map(content -> view(standing, content.orElse(null))));
  }

  /** Fails with PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_PLAN or PLAN_CLOSED. */
  Uni<PlanView> edit(PlanId id, Plan content, Actor actor) {
    return standing(id)
        .invoke(standing -> {
          Precondition.requireMatch(actor.ifMatch(), standing.etag());
          requireOpen(standing);
          requireNotUnderReview(standing);
          sound.require(content);
        })
        .chain(standing ->
            drafts.write(id, standing.draft().version(), content, actor.subject(), now()))
        .chain(draft -> view(id));
  }

  /** Fails with PRECONDITION_FAILED, INVALID_PLAN, PLAN_CLOSED or CONFLICT. */
  Uni<Published> publish(PlanId id, @Nullable String reason, Actor actor) {
    return standing(id)
        .invoke(standing -> {
          Precondition.matchIfGiven(actor.ifMatch(), standing.etag());
          requireOpen(standing);
        })
        .chain(standing -> publish(standing, reason, actor))
        .chain(made -> view(id).map(view -> new Published(view, made)));
  }

  /** Fails with CONFLICT when it was never published, or closed for another reason. */
  Uni<PlanView> close(PlanId id, @Nullable String reason, Actor actor) {
    return standing(id)
        .chain(standing -> {
          Precondition.matchIfGiven(actor.ifMatch(), standing.etag());
          int revision = standing.history().revisions().size();
          return append(id, Facts.closing(id.text(), revision, reason, actor.subject()));
        })
        .chain(receipt -> view(id));
  }

  private Uni<OptionalInt> publish(Standing standing, @Nullable String reason, Actor actor) {
    // Whoever repeats a publication whose answer was lost gets that answer, and no new revision.
    if (standing.history().says(standing.draft())) {
      return Uni.createFrom().item(OptionalInt.empty());
    }
    requireDecided(standing.draft());
    Plan content = standing.draft().read();
    int next = standing.history().revisions().size() + 1;
    return Uni.combine()
        .all()
        .unis(catalogue.now(), published(standing))
        .asTuple()
        .invoke(known -> {
          // The rules may have grown since the draft was written.
          sound.require(content);
          requirePublishable(content, known.getItem1(), known.getItem2());
        })
        .chain(
            known -> append(standing.id(), Facts.revision(content, next, reason, actor.subject())))
        .map(receipt -> receipt.duplicate() ? OptionalInt.empty() : OptionalInt.of(next));
  }

  private Uni<Receipt> append(PlanId id, NewEvent fact) {
    return publication.append(id.ledger(), fact);
  }

  private Uni<Standing> standing(PlanId id) {
    return drafts
        .find(id)
        .chain(draft -> log.of(id).map(history -> new Standing(id, draft, history)));
  }

  /** The latest revision's content. */
  private Uni<Optional<String>> published(Standing standing) {
    if (standing.history().says(standing.draft())) {
      return Uni.createFrom().item(Optional.of(standing.draft().json()));
    }
    Optional<Revision> latest = standing.history().latest();
    return latest.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : log.content(standing.id(), latest.get().number());
  }

  private static PlanView view(Standing standing, @Nullable String published) {
    Draft draft = standing.draft();
    PlanHistory history = standing.history();
    boolean edited = !history.closed() && !history.says(draft);
    return new PlanView(
        standing.id().text(),
        standing.id().district(),
        standing.id().year(),
        history.state(),
        history.latest().map(Revision::number).orElse(null),
        draft.editedAt,
        draft.editedBy,
        published,
        edited ? draft.json() : null,
        draft.review == null ? null : draft.undecided,
        standing.etag());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static void requireOpen(Standing standing) {
    if (standing.history().closed()) {
      throw ProblemException.of(
          ProblemType.PLAN_CLOSED, "计划已办结，不再接受修改。", "The plan is closed and takes no changes.");
    }
  }

  /**
   * What a review decides is written by the review alone, or the two would tell different plans.
   */
  private static void requireNotUnderReview(Standing standing) {
    if (standing.draft().review != null && !standing.history().says(standing.draft())) {
      throw ProblemException.of(
          ProblemType.UNDER_REVIEW,
          "草稿来自文件，正在核对；请在核对页修改，或用 replace=true 重新导入。",
          "The draft comes from a document; change it in its review, or import with replace=true.");
    }
  }

  private static void requireDecided(Draft draft) {
    int undecided = draft.undecided;
    if (undecided > 0) {
      throw ProblemException.of(
          ProblemType.UNDECIDED_PROPOSALS,
          "还有 " + undecided + " 条候选目标没有核对，不能发布。",
          "Nobody has decided %d of the proposed targets; nothing is published unseen."
              .formatted(undecided));
    }
  }

  private static void requireDistrict(Plan content, Catalogue now) {
    if (!now.hasDistrict(content.district())) {
      SoundPlan.refuse(
          List.of(FieldProblem.at("/district", "区划树中没有此代码。", "The tree has no such district.")));
    }
  }

  private static void requirePublishable(
      Plan content, Catalogue now, Optional<String> latestRevision) {
    Plan before = latestRevision.map(Draft::read).orElse(null);
    SoundPlan.refuse(PublicationRules.faults(content, now::indicator, before));
  }
}
