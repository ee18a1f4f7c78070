package duban.reporting.intake;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.relay.LedgerMessage;
import duban.ledger.relay.UnreadableMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A batch of messages, read.
 *
 * @param links what they carry
 * @param unreadable messages that carry no link
 */
record Delivery(List<LedgerEvent> links, List<Unreadable> unreadable) {

  record Unreadable(ConsumerRecord<String, String> message, String why) {}

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
