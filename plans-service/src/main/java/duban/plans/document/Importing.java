package duban.plans.document;

import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.plans.catalogue.Catalogue;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.document.ImportStore.Beginning;
import duban.plans.document.ImportStore.Existing;
import duban.plans.document.Readers.Read;
import duban.plans.likeness.Suggester;
import duban.plans.likeness.Suggestions;
import duban.plans.plan.Draft;
import duban.plans.plan.PlanHistory;
import duban.plans.plan.PlanHistory.Revision;
import duban.plans.plan.PlanId;
import duban.plans.plan.PlanLog;
import duban.plans.plan.SoundPlan;
import duban.plans.review.ReviewView;
import duban.plans.review.Reviews;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a document in. Everything here blocks, for a bounded time; for virtual threads. */
@ApplicationScoped
class Importing {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Readers readers;
  @Inject ImportStore store;
  @Inject PlanLog log;
  @Inject CatalogueLog catalogue;
  @Inject Suggestions suggestions;
  @Inject Reviews reviews;
  @Inject SoundPlan sound;

  /**
   * @param made false when the draft came from this very document before
   */
  record Imported(ReviewView review, boolean made) {}

  /**
   * @throws ProblemException INVALID_PLAN, PLAN_CLOSED, DRAFT_EXISTS, TRY_LATER, or that the
   *     document cannot be read
   */
  Imported take(Handed handed) {
    PlanId id = handed.plan();
    requireDistrict(id, await(catalogue.now()));
    Optional<Existing> seen = await(store.draft(id.text()));
    if (seen.map(Existing::sha256).filter(handed.sha256().hex()::equals).isPresent()) {
      return new Imported(await(reviews.view(id)), false);
    }
    PlanHistory history = await(log.of(id));
    requireRoom(history, seen, handed);
    Beginning beginning = read(handed, history);
    return await(store.begin(beginning, seen.orElse(null)))
        ? new Imported(await(reviews.view(id)), true)
        : afterAnother(handed);
  }

  /** Two who hand in the same document at once both get the one draft that it makes. */
  private Imported afterAnother(Handed handed) {
    Optional<Existing> winner = await(store.draft(handed.plan().text()));
    if (winner.map(Existing::sha256).filter(handed.sha256().hex()::equals).isPresent()) {
      return new Imported(await(reviews.view(handed.plan())), false);
    }
    throw ProblemException.of(
        ProblemType.CONFLICT,
        "有人先行一步，请重新读取后再试。",
        "Somebody else was first; read it again and retry.");
  }

  private Beginning read(Handed handed, PlanHistory history) {
    PlanId id = handed.plan();
    Suggester suggester = await(suggestions.now());
    Plan published = published(id, history);
    return readers.document(
        handed.content().getBytes(),
        handed.fileName(),
        id.year(),
        read -> {
          Preparation.Wanted wanted =
              new Preparation.Wanted(id.district(), id.year(), title(handed, read), published);
          Prepared prepared =
              Preparation.of(read.reading(), read.source().text(), wanted, suggester);
          sound.require(prepared.outline().plan());
          return new Beginning(
              handed, read.source(), prepared, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        });
  }

  private static String title(Handed handed, Read read) {
    String own = read.reading().document().title();
    if (handed.title() != null) {
      return handed.title();
    }
    return own == null || own.isBlank() ? handed.bareName() : own;
  }

  private @Nullable Plan published(PlanId id, PlanHistory history) {
    return history
        .latest()
        .map(Revision::number)
        .flatMap(number -> await(log.content(id, number)))
        .map(Draft::read)
        .orElse(null);
  }

  private static void requireDistrict(PlanId id, Catalogue now) {
    if (!now.tree().knows(id.district())) {
      SoundPlan.refuse(
          List.of(FieldProblem.at("/district", "区划树中没有此代码。", "The tree has no such district.")));
    }
  }

  /** Before the document is read, since that is the dear part. */
  private static void requireRoom(PlanHistory history, Optional<Existing> seen, Handed handed) {
    if (history.closed()) {
      throw ProblemException.of(
          ProblemType.PLAN_CLOSED, "计划已办结，不再接受修改。", "The plan is closed and takes no changes.");
    }
    if (seen.isPresent() && !handed.replace()) {
      throw ProblemException.of(
          ProblemType.DRAFT_EXISTS,
          "计划 " + handed.plan().text() + " 已存在。加上 replace=true 则以此文件重拟草稿，原有核对记录保留。",
          "Plan %s is there already. With replace=true this document makes its next draft; what was reviewed before stays in the history."
              .formatted(handed.plan().text()));
    }
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(PATIENCE);
  }
}
