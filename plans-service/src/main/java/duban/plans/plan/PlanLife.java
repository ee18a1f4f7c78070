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
import duban.plans.plan.PlanHistory.Closing;
import duban.plans.plan.PlanHistory.Revision;
import duban.plans.publication.Facts;
import duban.plans.publication.Publication;
import duban.plans.rules.Known;
import duban.plans.rules.PlanWarnings;
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
  public record Actor(String subject, @Nullable String ifMatch) {}

  @Inject EarlierPlans earlier;

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

  /**
   * Fails with INVALID_PLAN, or where there is one for that district and year with PLAN_CLOSED or
   * CONFLICT.
   */
  public Uni<PlanView> create(Plan content, Actor actor) {
    sound.require(content);
    return catalogue
        .now()
        .invoke(now -> requireDistrict(content, now))
        .chain(now -> drafts.create(content, actor.subject(), now()))
        .onFailure(ProblemException.class)
        .recoverWithUni(refused -> openOrClosed(PlanId.of(content.id()), refused))
        .chain(draft -> view(PlanId.of(draft.plan())));
  }

  /** That the year is closed says more than that there is a plan, which nobody may change now. */
  private Uni<Draft> openOrClosed(PlanId id, Throwable refused) {
    return log.of(id)
        .invoke(PlanLife::requireOpen)
        .chain(open -> Uni.createFrom().failure(refused));
  }

  /** Fails with NOT_FOUND. */
  public Uni<PlanView> view(PlanId id) {
    return Uni.combine()
        .all()
        .unis(standing(id), catalogue.now())
        .asTuple()
        .chain(known -> view(known.getItem1(), known.getItem2()));
  }

  /** Fails with PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_PLAN or PLAN_CLOSED. */
  public Uni<PlanView> edit(PlanId id, Plan content, Actor actor) {
    return standing(id)
        .invoke(standing -> {
          // That it is closed says more than that somebody was faster.
          requireOpen(standing.history());
          Precondition.requireMatch(actor.ifMatch(), standing.etag());
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
          requireOpen(standing.history());
          Precondition.matchIfGiven(actor.ifMatch(), standing.etag());
        })
        .chain(standing -> publish(standing, reason, actor))
        .chain(made -> view(id).map(view -> new Published(view, made)));
  }

  /** Fails with CONFLICT when it was never published, or closed for another reason. */
  Uni<PlanView> close(PlanId id, @Nullable String reason, Actor actor) {
    return standing(id)
        .chain(standing -> {
          if (isClosedSo(standing, reason)) {
            return Uni.createFrom().voidItem();
          }
          requireNotClosed(standing.history());
          Precondition.matchIfGiven(actor.ifMatch(), standing.etag());
          int revision = standing.history().revisions().size();
          return append(id, Facts.closing(id.text(), revision, reason, actor.subject()))
              .replaceWithVoid();
        })
        .chain(done -> view(id));
  }

  /** Closing it again, for no other reason, is a repeat, whoever does. */
  private static boolean isClosedSo(Standing standing, @Nullable String reason) {
    Closing closing = standing.history().closing();
    return closing != null && (reason == null || reason.equals(closing.reason()));
  }

  private static void requireNotClosed(PlanHistory history) {
    Closing closing = history.closing();
    if (closing != null) {
      String reason = closing.reason();
      throw ProblemException.of(
          ProblemType.CONFLICT,
          "计划已办结" + (reason == null ? "，未写原因" : "，原因：" + reason) + "；办结不再改动。",
          "The plan is closed already, "
              + (reason == null ? "for no reason that was given" : "for this reason: " + reason)
              + "; that does not change any more.");
    }
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
        .unis(
            catalogue.now().chain(now -> known(content, now)),
            log.revisions(standing.id(), next - 1))
        .asTuple()
        .invoke(known -> {
          // The rules may have grown since the draft was written.
          sound.require(content);
          SoundPlan.refuse(PublicationRules.faults(content, known.getItem1(), known.getItem2()));
        })
        .chain(
            known -> append(standing.id(), Facts.revision(content, next, reason, actor.subject())))
        .map(receipt -> receipt.duplicate() ? OptionalInt.empty() : OptionalInt.of(next));
  }

  /** Fails with INVALID_PLAN when the district does not stand. */
  private Uni<Known> known(Plan content, Catalogue now) {
    requireDistrict(content, now);
    return earlier
        .of(content, now)
        .map(targets -> new Known(now::indicator, now::programme, targets));
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

  private Uni<PlanView> view(Standing standing, Catalogue now) {
    return published(standing)
        .chain(content -> {
          Plan current =
              content
                  .filter(said -> !isEdited(standing))
                  .map(Draft::read)
                  .orElseGet(() -> standing.draft().read());
          return earlier
              .of(current, now)
              .map(targets ->
                  view(standing, content.orElse(null), PlanWarnings.of(current, targets)));
        });
  }

  private static boolean isEdited(Standing standing) {
    return !standing.history().closed() && !standing.history().says(standing.draft());
  }

  private static PlanView view(
      Standing standing, @Nullable String published, List<FieldProblem> warnings) {
    Draft draft = standing.draft();
    PlanHistory history = standing.history();
    return new PlanView(
        standing.id().text(),
        standing.id().district(),
        standing.id().year(),
        history.state(),
        history.latest().map(Revision::number).orElse(null),
        draft.editedAt,
        draft.editedBy,
        published,
        isEdited(standing) ? draft.json() : null,
        draft.review == null ? null : draft.undecided,
        history.closing(),
        warnings,
        standing.etag());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static void requireOpen(PlanHistory history) {
    Closing closing = history.closing();
    if (closing != null) {
      throw ProblemException.of(
          ProblemType.PLAN_CLOSED,
          "计划已由 %s 于 %s 办结，不再接受修改。".formatted(closing.by(), closing.at()),
          "The plan was closed by %s at %s and takes no changes."
              .formatted(closing.by(), closing.at()));
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
    String code = content.district();
    if (!now.tree().knows(code)) {
      SoundPlan.refuse(
          List.of(FieldProblem.at("/district", "区划树中没有此代码。", "The tree has no such district.")));
    }
    if (now.tree().isEnded(code, content.firstDay())) {
      SoundPlan.refuse(
          List.of(
              FieldProblem.at(
                  "/district",
                  "该区划在计划首日（" + content.firstDay() + "）前已撤销。",
                  "The district is dissolved by the plan's first day, %s."
                      .formatted(content.firstDay()))));
    }
  }
}
