package duban.plans.plan;

import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.door.Precondition;
import duban.door.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps drafts. The primary key decides who was first, the version who saw the latest. */
@ApplicationScoped
public class DraftStore {

  @Inject Mutiny.SessionFactory sessions;

  /** Fails with CONFLICT when the district has a plan for that year. */
  Uni<Draft> create(Plan content, String by, Instant now) {
    Draft draft = new Draft(content, by, now);
    return sessions
        .withTransaction(session -> session.persist(draft))
        .onFailure(ConstraintViolationException.class)
        .transform(taken -> exists(content.id()))
        .replaceWith(draft);
  }

  /** Fails with NOT_FOUND. */
  Uni<Draft> find(PlanId id) {
    return sessions.withSession(session -> find(session, id));
  }

  /** Fails with PRECONDITION_FAILED when the draft is not of the version the editor saw. */
  Uni<Draft> write(PlanId id, int seenVersion, Plan content, String by, Instant now) {
    return sessions
        .withTransaction(session ->
            find(session, id)
                .invoke(draft -> {
                  if (draft.version() != seenVersion) {
                    throw changed();
                  }
                  draft.write(content, by, now);
                }))
        .onFailure(OptimisticLockException.class)
        .transform(late -> changed());
  }

  private static Uni<Draft> find(Mutiny.Session session, PlanId id) {
    return session
        .find(Draft.class, id.text())
        .onItem()
        .ifNull()
        .failWith(() -> PlanId.notFound(id.text()));
  }

  private static ProblemException changed() {
    return Precondition.changedMeanwhile("newer");
  }

  private static ProblemException exists(String plan) {
    return ProblemException.of(
        ProblemType.CONFLICT,
        "计划 " + plan + " 已存在，请用 PUT 修改。",
        "Plan " + plan + " is there already; change it with PUT.");
  }
}
