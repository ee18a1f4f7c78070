package duban.ledger.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.testkit.FreePort;
import duban.testkit.Kafka;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LetterBoxTest {

  @Test
  void aTopicThatIsNotThereHoldsNoLetter() {
    LetterBox box = new LetterBox(Kafka.shared().bootstrapServers(), List.of("no.such.topic"));

    assertThat(box.newest(10).letters()).isEmpty();
    assertThat(box.find("no.such.topic-0-0")).isEmpty();
  }

  @Test
  @Timeout(20)
  void aBrokerThatDoesNotAnswerIsNotWaitedForForEver() {
    LetterBox box = new LetterBox("127.0.0.1:" + FreePort.find(), List.of("letters"));
    long began = System.nanoTime();

    assertThatThrownBy(() -> box.newest(10)).isInstanceOf(LettersUnavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }
}
