package duban.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import duban.ledger.Database;
import duban.ledger.Events;
import duban.ledger.TakeBacks;
import duban.ledger.append.Answer.Appended;
import duban.ledger.append.Answer.Receipt;
import duban.ledger.append.Answer.TryLater;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.chain.NewEvent;
import duban.ledger.read.LedgerReader;
import duban.ledger.read.LedgerVerifier;
import duban.ledger.read.Progress;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Appending to a real PostgreSQL with durable settings. */
class LedgerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int WRITERS = 64;
  private static final int EACH = 40;

  private static Database database;

  private final Ledger<String> ledger = ledgerOver(database, LedgerLimits.defaults());
  private final LedgerReader reader = new LedgerReader(database.pool());

  /** In pages so short that every test turns one. */
  private final LedgerVerifier verifier = new LedgerVerifier(reader, Events::keys, 3);

  @BeforeAll
  static void open() {
    database = Database.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void sixtyFourWritersLeaveNoHoleAndLoseNothing(int ledgers) throws Exception {
    Map<String, Receipt> receipts = new ConcurrentHashMap<>();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < WRITERS; writer++) {
        int w = writer;
        writers.execute(() -> {
          for (int i = 0; i < EACH; i++) {
            String id = w + "-" + i;
            receipts.put(id, appended(name(ledgers, w % ledgers), Append.of(said(id, i))));
          }
        });
      }
    }

    assertThat(receipts).hasSize(WRITERS * EACH);
    for (int l = 0; l < ledgers; l++) {
      List<LedgerEvent> links = all(name(ledgers, l));
      assertThat(links).hasSize(WRITERS * EACH / ledgers);
      links.forEach(link -> {
        assertThat(receipts.get(link.id()).seq()).isEqualTo(link.seq());
        assertThat(receipts.get(link.id()).hash()).isEqualTo(link.hash());
      });
      assertThat(await(verifier.verify(name(ledgers, l))).fault()).isEmpty();
    }
    // They shared commits; without that this would be 2,560 of them.
    assertThat(ledger.stats().groups()).isLessThan(ledger.stats().events() / 2);
  }

  @Test
  void twoProcessesThatAppendToOneLedgerKeepOneOrder() throws Exception {
    try (Database elsewhere = Database.named(database.name())) {
      List<Ledger<String>> processes =
          List.of(ledger, ledgerOver(elsewhere, LedgerLimits.defaults()));
      List<Uni<Answer<String>>> appends =
          IntStream.range(0, 400)
              .mapToObj(i -> processes.get(i % 2).append("shared", Append.of(said("s" + i, i))))
              .toList();
      List<Answer<String>> answers =
          await(Uni.join().all(appends).usingConcurrencyOf(16).andFailFast());

      assertThat(answers).allMatch(answer -> answer instanceof Appended);
      assertThat(all("shared")).hasSize(400);
      assertThat(await(verifier.verify("shared")).fault()).isEmpty();
    }
  }

  @Test
  void randomInterleavingsOfRepeatsAndConflictsKeepTheFirstWord() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      String name = "random-" + seed;
      List<Append> requests = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        String id = "e" + random.nextInt(40);
        requests.add(
            Append.of(
                random.nextInt(6) == 0
                    ? Events.takenBack("t" + id, id)
                    : said(id, random.nextInt(5) == 0 ? 1_000 : 1)));
      }
      List<Answer<String>> answers =
          await(
              Uni.join()
                  .all(requests.stream().map(r -> ledger.append(name, r)).toList())
                  .usingConcurrencyOf(32)
                  .andFailFast());

      Map<String, Long> seqs = new HashMap<>();
      for (int i = 0; i < requests.size(); i++) {
        if (answers.get(i) instanceof Appended<String>(List<Receipt> receipts)) {
          Receipt receipt = receipts.getFirst();
          Long before = seqs.putIfAbsent(receipt.id(), receipt.seq());
          assertThat(before == null || before == receipt.seq()).as("seed %d", seed).isTrue();
        }
      }
      List<LedgerEvent> links = all(name);
      assertThat(links).extracting(LedgerEvent::id).doesNotHaveDuplicates().hasSize(seqs.size());
      assertThat(await(verifier.verify(name)).fault()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndOtherContentIsAConflict() {
    Receipt first = appended("repeats", Append.of(said("a", 1)));
    Receipt again = appended("repeats", Append.of(said("a", 1)));
    Answer<String> conflict = await(ledger.append("repeats", Append.of(said("a", 2))));

    assertThat(first.duplicate()).isFalse();
    assertThat(again)
        .isEqualTo(new Receipt("repeats", 1, "a", first.hash(), first.recordedAt(), true));
    assertThat(conflict).isEqualTo(new Answer.Conflicting<>(0, "a"));
    assertThat(all("repeats")).hasSize(1);
  }

  @Test
  void aRequestIsAppendedWholeOrNotAtAll() {
    appended("whole", Append.of(said("a", 1)));
    Answer<String> refused =
        await(
            ledger.append(
                "whole", Append.of(List.of(said("b", 2), Events.takenBack("t", "nobody")))));

    assertThat(refused).isEqualTo(new Answer.Refused<>(1, "unknown"));
    assertThat(all("whole")).extracting(LedgerEvent::id).containsExactly("a");
  }

  @Test
  void whatTheOwnerDecidesIsDecidedInOrder() {
    appended("order", Append.of(said("a", 1)));
    List<Answer<String>> answers =
        await(
            Uni.join()
                .all(
                    IntStream.range(0, 20)
                        .mapToObj(
                            i -> ledger.append("order", Append.of(Events.takenBack("t" + i, "a"))))
                        .toList())
                .andFailFast());

    assertThat(answers).filteredOn(a -> a instanceof Appended).hasSize(1);
    assertThat(answers).filteredOn(new Answer.Refused<>(0, "again")::equals).hasSize(19);
  }

  @Test
  void aFullQueueAnswersAtOnce() {
    Ledger<String> narrow = ledgerOver(database, new LedgerLimits(2, 1_000, 4, 2));
    List<Answer<String>> answers =
        await(
            Uni.join()
                .all(
                    IntStream.range(0, 100)
                        .mapToObj(i -> narrow.append("full", Append.of(said("f" + i, i))))
                        .toList())
                .andFailFast());

    List<String> taken =
        IntStream.range(0, 100)
            .filter(i -> answers.get(i) instanceof Appended)
            .mapToObj(i -> "f" + i)
            .toList();
    assertThat(answers).anyMatch(answer -> answer instanceof TryLater);
    assertThat(all("full")).extracting(LedgerEvent::id).containsExactlyElementsOf(taken);
  }

  @Test
  void whatIsBeyondTheLimitsNeverQueues() {
    Ledger<String> narrow = ledgerOver(database, new LedgerLimits(1, 30, 4, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> narrow.append("x", Append.of(List.of(said("a", 1), said("b", 1)))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> narrow.append("x", Append.of(said("a", Long.MAX_VALUE))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> narrow.append("x", Append.of(said("", 1))));
  }

  @Test
  void readsByPositionSubjectAndId() {
    appended("read", Append.of(List.of(said("a", 0), said("b", 1), said("c", 3), said("d", 4))));

    assertThat(await(reader.after("read", 1, 2)))
        .extracting(LedgerEvent::id)
        .containsExactly("b", "c");
    assertThat(await(reader.bySubject("read", "subject-0", 0, 10)))
        .extracting(LedgerEvent::id)
        .containsExactly("a", "c");
    assertThat(await(reader.event("read", "d"))).map(LedgerEvent::seq).contains(4L);
    assertThat(await(reader.event("read", "z"))).isEmpty();
    assertThat(await(reader.head("read")).seq()).isEqualTo(4);
    assertThat(await(reader.head("nowhere")).seq()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_event set body = replace(body, '7', '8') where ledger = '%s' and seq = 7",
        "update ledger_event set id = 'forged' where ledger = '%s' and seq = 7",
        "update ledger_event set type = 'forged' where ledger = '%s' and seq = 7",
        "update ledger_event set recorded_at = recorded_at + interval '1 ms'"
            + " where ledger = '%s' and seq = 7",
        "delete from ledger_event where ledger = '%s' and seq = 7",
        "delete from ledger_event where ledger = '%s' and seq >= 7",
        "update ledger_event set hash = sha256('x') where ledger = '%s' and seq = 7",
        "update ledger_event set subject = 'forged' where ledger = '%s' and seq = 7",
        "update ledger_event set refers = 'e6' where ledger = '%s' and seq = 7"
      })
  void aMutatedRowIsFound(String tampering) {
    String name = "tampered-" + Integer.toHexString(tampering.hashCode());
    appended(
        name, Append.of(IntStream.rangeClosed(1, 20).mapToObj(i -> said("e" + i, i)).toList()));
    assertThat(await(verifier.verify(name)).fault()).isEmpty();

    database.run(tampering.formatted(name));

    assertThat(await(verifier.verify(name)).fault())
        .hasValueSatisfying(fault -> assertThat(fault.seq()).isBetween(7L, 8L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject = 'forged' | 2 | the column subject does not follow from the body",
        "refers = 'a'       | 2 | the column refers does not follow from the body",
        "refers = 'b'       | 4 | the column refers does not follow from the body",
        "refers = null      | 4 | the column refers does not follow from the body",
        "subject = 'b'      | 5 | the column subject is not that of the event",
        "refers = 'c'       | 5 | the column refers does not follow from the body",
      })
  void aChangedColumnOfTheIndexIsFound(String change, long seq, String why) {
    String name = "index-" + seq + "-" + Integer.toHexString(change.hashCode());
    appended(
        name,
        Append.of(
            List.of(
                said("a", 1),
                said("b", 2),
                said("c", 3),
                Events.takenBack("d", "a"),
                Events.seconded("e", "b", "subject-2"))));
    assertThat(await(verifier.verify(name)).fault()).isEmpty();

    database.run(
        "update ledger_event set %s where ledger = '%s' and seq = %d".formatted(change, name, seq));

    assertThat(await(verifier.verify(name)).fault())
        .hasValueSatisfying(fault -> {
          assertThat(fault.seq()).isEqualTo(seq);
          assertThat(fault.why()).startsWith(why);
        });
  }

  @Test
  void whoWaitsHearsOfEveryPage() {
    appended(
        "told", Append.of(IntStream.rangeClosed(1, 7).mapToObj(i -> said("e" + i, i)).toList()));
    List<Progress> heard = new ArrayList<>();

    await(verifier.verify("told", heard::add));

    assertThat(heard)
        .containsExactly(
            new Progress("told", 3, 7), new Progress("told", 6, 7), new Progress("told", 7, 7));
  }

  @Test
  void whoLeavesEndsTheWork() {
    appended(
        "left", Append.of(IntStream.rangeClosed(1, 9).mapToObj(i -> said("e" + i, i)).toList()));
    List<Progress> heard = new CopyOnWriteArrayList<>();
    CompletableFuture<Cancellable> waiting = new CompletableFuture<>();

    waiting.complete(
        verifier
            .verify(
                "left",
                progress -> {
                  heard.add(progress);
                  waiting.join().cancel();
                })
            .subscribe()
            .with(verified -> {}));

    // By when this one has read all three pages, the one that was left would have told of more.
    await(verifier.verify("left"));
    assertThat(heard).containsExactly(new Progress("left", 3, 9));
  }

  @Test
  void anErasedBodyLeavesAChainThatHoldsAndShowsIt() {
    appended(
        "erased",
        Append.of(List.of(said("a", 1), said("b", 2), Events.seconded("c", "a", "subject-1"))));
    database.run("update ledger_event set body = null where ledger = 'erased' and seq = 1");

    var verification = await(verifier.verify("erased"));
    assertThat(verification.fault()).isEmpty();
    assertThat(verification.erased()).isEqualTo(1);
  }

  private Receipt appended(String name, Append request) {
    Answer<String> answer = await(ledger.append(name, request));
    assertThat(answer).isInstanceOf(Appended.class);
    return ((Appended<String>) answer).receipts().getFirst();
  }

  private List<LedgerEvent> all(String name) {
    List<LedgerEvent> links = await(reader.after(name, 0, 10_000));
    assertThat(links)
        .extracting(LedgerEvent::seq)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, links.size()).mapToObj(Long::valueOf).toList());
    return links;
  }

  private static Ledger<String> ledgerOver(Database database, LedgerLimits limits) {
    return new Ledger<>(
        database.pool(), new TakeBacks(), limits, InstantSource.system(), name -> {});
  }

  private static String name(int ledgers, int number) {
    return "writers-of-" + ledgers + "-" + number;
  }

  private static NewEvent said(String id, long value) {
    return Events.said(id, value);
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
