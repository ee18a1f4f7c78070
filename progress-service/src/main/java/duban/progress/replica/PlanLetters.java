package duban.progress.replica;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.letter.LetterBox;
import duban.ledger.letter.LetterReader;
import duban.ledger.letter.Outcome;
import duban.ledger.letter.PutAside;
import duban.ledger.relay.LedgerMessage;
import duban.ledger.relay.UnreadableMessage;
import duban.progress.ledger.LedgerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes messages about plans again that were put aside. Everything here blocks. */
@ApplicationScoped
class PlanLetters implements LetterReader {

  private final LedgerFollower follower;
  private final DeadLetters letters;

  PlanLetters(LedgerFollower follower, DeadLetters letters) {
    this.follower = follower;
    this.letters = letters;
  }

  @Produces
  @Singleton
  PutAside putAside(LedgerSettings ledger, ReplicaSettings settings) {
    return new PutAside(new LetterBox(ledger.kafka(), List.of(settings.deadLetterTopic())), this);
  }

  @Override
  public Map<String, Long> marks() {
    return follower.marks();
  }

  @Override
  public void keep(ProducerRecord<String, String> note) {
    letters.keep(note);
  }

  @Override
  public Taken again(ConsumerRecord<String, String> message) {
    try {
      LedgerEvent link = LedgerMessage.read(message);
      return again(link, PlanChange.of(link));
    } catch (UnreadableMessage | UnreadablePlan e) {
      return PlanFeed.ledgerOf(message).map(this::fetched).orElse(Taken.as(Outcome.STRAY));
    }
  }

  private Taken fetched(String ledger) {
    follower.catchUp(ledger);
    return follower
        .held(ledger)
        .map(held -> Taken.waiting(held.why()))
        .orElse(Taken.as(Outcome.FETCHED));
  }

  private Taken again(LedgerEvent link, PlanChange change) {
    if (follower.mark(link.ledger()) >= link.seq()) {
      return Taken.as(Outcome.PASSED);
    }
    follower.follow(Map.of(link, change));
    if (follower.mark(link.ledger()) < link.seq()) {
      // Its ledger is held, or it did not come next.
      follower.catchUp(link.ledger());
    }
    return follower.mark(link.ledger()) >= link.seq()
        ? Taken.as(Outcome.APPLIED)
        : Taken.waiting(
            follower
                .held(link.ledger())
                .map(Held::why)
                .orElse("plans-service has not given " + link.ledger() + " up to it"));
  }
}
