package duban.progress.replica;

import duban.ledger.letter.DeadLetter;
import duban.ledger.letter.LetterBox;
import duban.ledger.letter.LetterBox.Found;
import duban.ledger.letter.LetterBox.Page;
import duban.ledger.letter.LetterMessage;
import duban.ledger.letter.Redrive;
import duban.progress.ledger.LedgerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The messages about plans that could not be read: to look through, and to take again after a fix
 * or an upgrade. Everything here blocks.
 */
@ApplicationScoped
public class PutAside {

  private static final Logger LOG = Logger.getLogger(PutAside.class);

  private final LetterBox box;
  private final LedgerFollower follower;
  private final PlanFeed feed;
  private final DeadLetters letters;

  PutAside(
      ReplicaSettings settings,
      LedgerSettings ledger,
      LedgerFollower follower,
      PlanFeed feed,
      DeadLetters letters) {
    this.box = new LetterBox(ledger.kafka(), List.of(settings.deadLetterTopic()));
    this.follower = follower;
    this.feed = feed;
    this.letters = letters;
  }

  /** The newest, each held against where the copy stands. */
  public Page newest(int limit) {
    Page page = box.newest(limit);
    Map<String, Long> marks = follower.marks();
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
    PlanFeed.Taken taken = feed.again(found.message());
    Redrive redrive = new Redrive(taken.outcome(), Instant.now(), by, taken.why());
    letters.keep(LetterMessage.note(found.letter(), redrive));
    LOG.infof(
        "dead letter taken again: letter=%s outcome=%s", found.letter().letter(), taken.outcome());
    return redrive;
  }
}
