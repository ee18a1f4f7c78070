package duban.reporting.issue;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.bulletin.Edition;
import duban.reporting.bulletin.Paper;
import duban.reporting.bulletin.Papers;
import duban.reporting.calendar.Calendar;
import duban.reporting.issue.Register.Answer;
import duban.reporting.owner.OwnerUnavailable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues papers. It blocks, so it runs on virtual threads only. */
@ApplicationScoped
class Issuing {

  private final Papers papers;
  private final Places places;
  private final Level level;
  private final Register register;
  private final IssueStore store;
  private final Calendar calendar;
  private final Knowledge knowledge;
  private final IssueSettings settings;

  Issuing(
      Papers papers,
      Places places,
      Level level,
      Register register,
      IssueStore store,
      Calendar calendar,
      Knowledge knowledge,
      IssueSettings settings) {
    this.papers = papers;
    this.places = places;
    this.level = level;
    this.register = register;
    this.store = store;
    this.calendar = calendar;
    this.knowledge = knowledge;
    this.settings = settings;
  }

  /**
   * A paper as it would be issued now; its places are empty while an owner does not answer.
   *
   * @param knownAt null: now
   */
  Paper draft(Edition edition, @Nullable Instant knownAt) {
    LocalDate day = edition.day(await(calendar.today()).today());
    Instant known = knownAt == null ? await(knowledge.at(Knowledge.now())) : knownAt;
    Papers.Written written = await(papers.write(edition, day, known));
    try {
      return written.paper().at(await(places.of(written.places(), known)));
    } catch (OwnerUnavailable away) {
      return written.paper().at(Map.of());
    }
  }

  /**
   * Freezes the paper and tells the catalogue's ledger of it. What an earlier call began and did
   * not hear the end of is ended first, and is the answer then.
   */
  Frozen issue(Edition edition, String by, String authorization) {
    if (!edition.isOver(await(calendar.today()).today())) {
      throw ProblemException.of(
          ProblemType.CONFLICT,
          edition.period() + " 尚未结束，不能印发。",
          edition.period() + " is not over, so it cannot be issued.");
    }
    try {
      Frozen begun = awaitOrNull(store.pending(edition));
      return tell(begun == null ? begin(edition, by) : begun, authorization);
    } catch (OwnerUnavailable away) {
      throw notReachable();
    }
  }

  private Frozen begin(Edition edition, String by) {
    Instant now = Knowledge.now();
    await(level.reached().replaceWith(true));
    Instant knownAt = await(knowledge.at(now));
    Papers.Written written = await(papers.write(edition, edition.last(), knownAt));
    Paper paper = written.paper().at(await(places.of(written.places(), knownAt)));
    Frozen begun = awaitOrNull(store.begin(edition, paper.heading(), Frozen.freeze(paper), by));
    if (begun == null) {
      throw ProblemException.of(
          ProblemType.CONFLICT, "正由他人印发。", "Somebody else is issuing it at this moment.");
    }
    return begun;
  }

  private Frozen tell(Frozen begun, String authorization) {
    return switch (register.record(begun.issue(), authorization)) {
      case Answer.Taken(Long seq) -> {
        Frozen issued = awaitOrNull(store.recorded(begun, seq));
        yield issued == null ? begun : issued;
      }
      case Answer.Refused(int status) -> {
        awaitOrNull(store.forget(begun));
        throw status == 401 || status == 403
            ? ProblemException.of(
                ProblemType.FORBIDDEN, "您无权登记印发。", "You may not have it recorded.")
            : ProblemException.of(
                ProblemType.CONFLICT,
                "计划服务未接受登记（" + status + "）。",
                "The catalogue's owner did not take it (" + status + ").");
      }
      case Answer.Unreachable() -> {
        awaitOrNull(store.forget(begun));
        throw notReachable();
      }
      // It may be recorded: the next call asks again, under the same number and content.
      case Answer.Unknown() -> throw notReachable();
    };
  }

  private static ProblemException notReachable() {
    return ProblemException.of(
        ProblemType.TRY_LATER,
        "计划服务或进展服务没有应答，尚未印发。",
        "A ledger's owner did not answer, so nothing is issued.");
  }

  <T> T await(Uni<T> answer) {
    return answer.await().atMost(settings.answer());
  }

  <T> @Nullable T awaitOrNull(Uni<T> answer) {
    return answer.await().atMost(settings.answer());
  }
}
