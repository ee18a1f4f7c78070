package duban.reporting.issue;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.owner.OwnerLedgers;
import duban.reporting.projection.Positions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Waits until everything that the owners' ledgers hold is applied here. */
@ApplicationScoped
class Level {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final OwnerLedgers ledgers;
  private final Positions positions;
  private final IssueSettings settings;

  Level(OwnerLedgers ledgers, Positions positions, IssueSettings settings) {
    this.ledgers = ledgers;
    this.positions = positions;
    this.settings = settings;
  }

  /**
   * @throws ProblemException NOT_YET_APPLIED, when it takes too long
   */
  Uni<Void> reached() {
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(settings.settle())
        .chain(ledgers::heads)
        .chain(heads -> applied(heads, Instant.now().plus(settings.patience())));
  }

  private Uni<Void> applied(Map<String, Long> heads, Instant until) {
    return positions
        .all()
        .chain(now -> {
          if (heads.entrySet().stream()
              .allMatch(head -> now.getOrDefault(head.getKey(), 0L) >= head.getValue())) {
            return Uni.createFrom().voidItem();
          }
          return Instant.now().isAfter(until)
              ? Uni.createFrom().failure(late())
              : Uni.createFrom()
                  .voidItem()
                  .onItem()
                  .delayIt()
                  .by(LOOK_AGAIN)
                  .chain(() -> applied(heads, until));
        });
  }

  private static ProblemException late() {
    return ProblemException.of(
        ProblemType.NOT_YET_APPLIED,
        "台账中尚有未汇总的事件，请稍后再印发。",
        "The ledgers hold events that are not applied yet; issue it shortly.");
  }
}
