package duban.ledger.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The dead letters of one reader. Reading is bounded in messages, in memory and in time, and by a
 * consumer that belongs to no group, so that looking moves nothing.
 *
 * <p>Everything here blocks.
 */
public final class LetterBox {

  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration DEADLINE = Duration.ofSeconds(8);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> settings;
  private final List<String> topics;

  /** Each reading is a connection and some megabytes. */
  private final Semaphore places = new Semaphore(2);

  public LetterBox(String bootstrapServers, List<String> topics) {
    this.topics = topics;
    this.settings =
        Map.ofEntries(
            Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
            Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
            Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200),
            Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * 1024 * 1024),
            Map.entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000),
            Map.entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis()));
  }

  /**
   * @param older whether the topics hold letters that are not among these
   */
  public record Page(List<DeadLetter> letters, boolean older) {}

  /** A letter with the message as it came. */
  public record Found(DeadLetter letter, ConsumerRecord<String, String> message) {}

  /**
   * The newest letters, the newest first.
   *
   * @throws LettersUnavailable when Kafka does not answer in time
   */
  public Page newest(int limit) {
    return reading(consumer -> newest(consumer, limit));
  }

  /**
   * The letter of that name; empty when there is none.
   *
   * @throws LettersUnavailable when Kafka does not answer in time
   */
  public Optional<Found> find(String letter) {
    return place(letter)
        .flatMap(place -> reading(consumer -> at(consumer, place.partition(), place.offset())))
        .filter(record -> LetterMessage.noteOf(record).isEmpty())
        .map(record ->
            new Found(LetterMessage.letter(record, List.of()), LetterMessage.original(record)));
  }

  private <T> T reading(Function<Consumer<String, String>, T> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new LettersUnavailable("others are reading them");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LettersUnavailable("interrupted");
    }
    try (Consumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      return work.apply(consumer);
    } catch (KafkaException away) {
      throw new LettersUnavailable(String.valueOf(away.getMessage()));
    } finally {
      places.release();
    }
  }

  private Page newest(Consumer<String, String> consumer, int limit) {
    List<TopicPartition> partitions = partitions(consumer);
    // First, or its fetcher warns of each offset that it is told.
    consumer.assign(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    boolean older = false;
    for (TopicPartition partition : partitions) {
      long begin = begins.getOrDefault(partition, 0L);
      long from = Math.max(begin, ends.getOrDefault(partition, 0L) - limit);
      older |= from > begin;
      consumer.seek(partition, from);
    }
    List<DeadLetter> letters = letters(consumer, ends);
    letters.sort(
        Comparator.comparing(DeadLetter::at).thenComparingLong(DeadLetter::offset).reversed());
    boolean cut = letters.size() > limit;
    return new Page(cut ? List.copyOf(letters.subList(0, limit)) : letters, older || cut);
  }

  /** The values are let go of at once: what a letter carries may be a megabyte. */
  private static List<DeadLetter> letters(
      Consumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    List<DeadLetter> letters = new ArrayList<>();
    Map<String, List<Redrive>> notes = new HashMap<>();
    List<TopicPartition> unread = new ArrayList<>(ends.keySet());
    Instant deadline = Instant.now().plus(DEADLINE);
    unread.removeIf(partition -> isRead(consumer, partition, ends));
    while (!unread.isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        throw new LettersUnavailable("not read within " + DEADLINE.toSeconds() + " s");
      }
      for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
        LetterMessage.noteOf(record)
            .ifPresentOrElse(
                offset ->
                    LetterMessage.redrive(record)
                        .ifPresent(redrive ->
                            notes
                                .computeIfAbsent(name(record, offset), of -> new ArrayList<>())
                                .add(redrive)),
                () ->
                    // A letter stands before its notes, so the list is still growing.
                    letters.add(
                        LetterMessage.letter(
                            record,
                            notes.computeIfAbsent(
                                name(record, record.offset()), of -> new ArrayList<>()))));
      }
      unread.removeIf(partition -> isRead(consumer, partition, ends));
    }
    return letters;
  }

  private static String name(ConsumerRecord<String, String> record, long offset) {
    return LetterMessage.name(record.topic(), record.partition(), offset);
  }

  private static boolean isRead(
      Consumer<String, String> consumer, TopicPartition partition, Map<TopicPartition, Long> ends) {
    return consumer.position(partition, PATIENCE) >= ends.getOrDefault(partition, 0L);
  }

  private Optional<ConsumerRecord<String, String>> at(
      Consumer<String, String> consumer, TopicPartition partition, long offset) {
    if (!partitions(consumer).contains(partition)) {
      return Optional.empty();
    }
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    long begin = consumer.beginningOffsets(one, PATIENCE).getOrDefault(partition, 0L);
    long end = consumer.endOffsets(one, PATIENCE).getOrDefault(partition, 0L);
    if (offset < begin || offset >= end) {
      return Optional.empty();
    }
    consumer.seek(partition, offset);
    Instant deadline = Instant.now().plus(DEADLINE);
    while (Instant.now().isBefore(deadline)) {
      for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
        return record.offset() == offset ? Optional.of(record) : Optional.empty();
      }
    }
    throw new LettersUnavailable("not read within " + DEADLINE.toSeconds() + " s");
  }

  /** A topic that is not there holds no letter: whoever puts the first one aside makes it. */
  private List<TopicPartition> partitions(Consumer<String, String> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
      if (known != null) {
        known.forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
      }
    }
    return partitions;
  }

  private record Place(TopicPartition partition, long offset) {}

  private Optional<Place> place(String letter) {
    for (String topic : topics) {
      if (letter.startsWith(topic + "-")) {
        String[] numbers = letter.substring(topic.length() + 1).split("-", -1);
        if (numbers.length == 2
            && numbers[0].matches("[0-9]{1,6}")
            && numbers[1].matches("[0-9]{1,18}")) {
          TopicPartition partition = new TopicPartition(topic, Integer.parseInt(numbers[0]));
          return Optional.of(new Place(partition, Long.parseLong(numbers[1])));
        }
      }
    }
    return Optional.empty();
  }
}
