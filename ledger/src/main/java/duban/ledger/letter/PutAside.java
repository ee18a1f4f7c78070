package duban.ledger.letter;

import duban.ledger.letter.LetterBox.Found;
import duban.ledger.letter.LetterBox.Page;
import duban.ledger.letter.LetterReader.Taken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The messages that a reader could not read: to look through, and to take again after a fix or an
 * upgrade. Everything here blocks.
 */
public final class PutAside {

  private static final Logger LOG = Logger.getLogger(PutAside.class);
  private static final int MOST = 200;

  private final LetterBox box;
  private final LetterReader reader;

  public PutAside(LetterBox box, LetterReader reader) {
    this.box = box;
    this.reader = reader;
  }

  /**
   * The newest, each held against where its reader stands; from 1 to 200 of them, whatever is asked
   * for.
   *
   * @throws LettersUnavailable when Kafka does not answer in time
   */
  public Page newest(int limit) {
    Page page = box.newest(Math.clamp(limit, 1, MOST));
    Map<String, Long> marks = reader.marks();
    List<DeadLetter> held = page.letters().stream().map(one -> one.against(marks)).toList();
    return new Page(held, page.older());
  }

  /**
   * Takes the letter again and writes down what became of it; empty when there is no such letter.
   *
   * @param by the subject of whoever asks for it
   * @throws LettersUnavailable when Kafka does not answer in time
   */
  public Optional<Redrive> redrive(String letter, String by) {
    return box.find(letter).map(found -> redrive(found, by));
  }

  private Redrive redrive(Found found, String by) {
    Taken taken = reader.again(found.message());
    Redrive redrive = new Redrive(taken.outcome(), Instant.now(), by, taken.why());
    reader.keep(LetterMessage.note(found.letter(), redrive));
    LOG.infof(
        "dead letter taken again: letter=%s outcome=%s", found.letter().letter(), taken.outcome());
    return redrive;
  }
}
