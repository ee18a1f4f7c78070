package duban.reporting.intake;

import duban.contracts.Ledgers;
import duban.contracts.Topics;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.relay.LedgerMessage;
import duban.ledger.relay.UnreadableMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A batch of messages, read.
 *
 * @param links what they carry
 * @param unreadable messages that carry no link
 */
record Delivery(List<LedgerEvent> links, List<Unreadable> unreadable) {

  record Unreadable(ConsumerRecord<String, String> message, String why) {

    /** The key names the ledger even when the rest of the message says nothing. */
    Optional<String> ledger() {
      String key = message.key();
      if (key == null || !key.matches("[0-9]{6}|catalogue")) {
        return Optional.empty();
      }
      return Optional.of(
          message.topic().equals(Topics.PLANS) ? Ledgers.plans(key) : Ledgers.progress(key));
    }
  }

  static Delivery read(Iterable<ConsumerRecord<String, String>> messages) {
    List<LedgerEvent> links = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (ConsumerRecord<String, String> message : messages) {
      try {
        links.add(LedgerMessage.read(message));
      } catch (UnreadableMessage e) {
        unreadable.add(new Unreadable(message, String.valueOf(e.getMessage())));
      }
    }
    return new Delivery(links, unreadable);
  }
}
