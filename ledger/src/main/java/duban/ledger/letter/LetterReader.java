package duban.ledger.letter;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Who put messages aside: it knows how far it has come, and takes one again. */
public interface LetterReader {

  /** How far it has applied each ledger. */
  Map<String, Long> marks();

  /** Takes a message as if Kafka had just brought it, but without putting it aside again. */
  Taken again(ConsumerRecord<String, String> message);

  /** Sends a note of a letter; returns when it is safe. */
  void keep(ProducerRecord<String, String> note);

  /** What became of a message, and what is in the way if it still waits. */
  record Taken(Outcome outcome, @Nullable String why) {

    public static Taken as(Outcome outcome) {
      return new Taken(outcome, null);
    }

    public static Taken waiting(String why) {
      return new Taken(Outcome.WAITING, why);
    }
  }
}
