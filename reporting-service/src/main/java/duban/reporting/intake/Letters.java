package duban.reporting.intake;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.letter.LetterBox;
import duban.ledger.letter.LetterReader;
import duban.ledger.letter.Outcome;
import duban.ledger.letter.PutAside;
import duban.reporting.intake.Delivery.Unreadable;
import duban.reporting.owner.OwnerUnavailable;
import duban.reporting.projection.Positions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes messages again that were put aside. Everything here blocks. */
@ApplicationScoped
class Letters implements LetterReader {

  /** A ledger may have to be fetched from its owner. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Positions positions;
  private final Applying applying;
  private final CatchUp catchUp;
  private final DeadLetters letters;

  Letters(Positions positions, Applying applying, CatchUp catchUp, DeadLetters letters) {
    this.positions = positions;
    this.applying = applying;
    this.catchUp = catchUp;
    this.letters = letters;
  }

  @Produces
  @Singleton
  PutAside putAside(@ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
    return new PutAside(new LetterBox(kafka, DeadLetters.topics()), this);
  }

  @Override
  public Map<String, Long> marks() {
    return await(positions.all());
  }

  @Override
  public void keep(ProducerRecord<String, String> note) {
    await(letters.keep(note));
  }

  @Override
  public Taken again(ConsumerRecord<String, String> message) {
    Delivery delivery = Delivery.read(List.of(message));
    try {
      return delivery.links().isEmpty()
          ? unreadable(delivery.unreadable().getFirst())
          : readable(delivery.links().getFirst());
    } catch (OwnerUnavailable away) {
      return Taken.waiting(String.valueOf(away.getMessage()));
    }
  }

  private Taken unreadable(Unreadable message) {
    Optional<String> ledger = message.ledger();
    if (ledger.isEmpty()) {
      return Taken.as(Outcome.STRAY);
    }
    await(catchUp.with(ledger.get()));
    return Taken.as(Outcome.FETCHED);
  }

  /** A gap before it is fetched once: an owner that has not got that far will not fill it. */
  private Taken readable(LedgerEvent link) {
    if (reached(link)) {
      return Taken.as(Outcome.PASSED);
    }
    if (!await(applying.apply(List.of(link))).gaps().isEmpty()) {
      await(catchUp.with(link.ledger()));
    }
    return reached(link)
        ? Taken.as(Outcome.APPLIED)
        : Taken.waiting("the owner has not given " + link.ledger() + " up to it");
  }

  private boolean reached(LedgerEvent link) {
    return await(positions.of(link.ledger())) >= link.seq();
  }

  private static <T> T await(Uni<T> asked) {
    return asked.await().atMost(PATIENCE);
  }
}
