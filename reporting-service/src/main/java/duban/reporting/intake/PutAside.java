package duban.reporting.intake;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.letter.DeadLetter;
import duban.ledger.letter.LetterBox;
import duban.ledger.letter.LetterBox.Found;
import duban.ledger.letter.LetterBox.Page;
import duban.ledger.letter.LetterMessage;
import duban.ledger.letter.Outcome;
import duban.ledger.letter.Redrive;
import duban.reporting.intake.Delivery.Unreadable;
import duban.reporting.owner.OwnerUnavailable;
import duban.reporting.projection.Positions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The messages that could not be read: to look through, and to take again after a fix or an
 * upgrade. Everything here blocks.
 */
@ApplicationScoped
public class PutAside {

  private static final Logger LOG = Logger.getLogger(PutAside.class);

  /** A ledger may have to be fetched from its owner. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LetterBox box;
  private final Positions positions;
  private final Applying applying;
  private final CatchUp catchUp;
  private final DeadLetters letters;

  PutAside(
      @ConfigProperty(name = "kafka.bootstrap.servers") String kafka,
      Positions positions,
      Applying applying,
      CatchUp catchUp,
      DeadLetters letters) {
    this.box = new LetterBox(kafka, DeadLetters.topics());
    this.positions = positions;
    this.applying = applying;
    this.catchUp = catchUp;
    this.letters = letters;
  }

  /** The newest, each held against where the projections stand. */
  public Page newest(int limit) {
    Page page = box.newest(limit);
    Map<String, Long> marks = await(positions.all());
    List<DeadLetter> held = page.letters().stream().map(one -> one.against(marks)).toList();
    return new Page(held, page.older());
  }

  /**
   * Takes the letter again and writes down what became of it; empty when there is no such letter.
   */
  public Optional<Redrive> redrive(String letter, String by) {
    return box.find(letter).map(found -> redrive(found, by));
  }

  private Redrive redrive(Found found, String by) {
    Taken taken = again(Delivery.read(List.of(found.message())));
    Redrive redrive = new Redrive(taken.outcome(), Instant.now(), by, taken.why());
    await(letters.keep(LetterMessage.note(found.letter(), redrive)));
    LOG.infof(
        "dead letter taken again: letter=%s outcome=%s", found.letter().letter(), taken.outcome());
    return redrive;
  }

  /** What became of a message, and what is in the way if it still waits. */
  private record Taken(Outcome outcome, @Nullable String why) {}

  /** As if Kafka had just brought it, but without putting it aside again. */
  private Taken again(Delivery delivery) {
    try {
      return delivery.links().isEmpty()
          ? unreadable(delivery.unreadable().getFirst())
          : readable(delivery.links().getFirst());
    } catch (OwnerUnavailable away) {
      return new Taken(Outcome.WAITING, String.valueOf(away.getMessage()));
    }
  }

  private Taken unreadable(Unreadable message) {
    Optional<String> ledger = message.ledger();
    if (ledger.isEmpty()) {
      return new Taken(Outcome.STRAY, null);
    }
    await(catchUp.with(ledger.get()));
    return new Taken(Outcome.FETCHED, null);
  }

  /** A gap before it is fetched once: an owner that has not got that far will not fill it. */
  private Taken readable(LedgerEvent link) {
    if (reached(link)) {
      return new Taken(Outcome.PASSED, null);
    }
    if (!await(applying.apply(List.of(link))).gaps().isEmpty()) {
      await(catchUp.with(link.ledger()));
    }
    return reached(link)
        ? new Taken(Outcome.APPLIED, null)
        : new Taken(Outcome.WAITING, "the owner has not given " + link.ledger() + " up to it");
  }

  private boolean reached(LedgerEvent link) {
    return await(positions.of(link.ledger())) >= link.seq();
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(PATIENCE);
  }
}
