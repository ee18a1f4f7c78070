package duban.progress.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import duban.contracts.EventTypes;
import duban.ledger.append.Past;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.NewEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpsTest {

  private static final FollowUps RULE = new FollowUps();
  private static final String ITEM = "320412-2022.3";
  private static final List<String> STEPS =
      List.of("problem.opened", "problem.rectified", "problem.verified", "problem.reopened");

  /** A ledger in memory: each event is (id, type, subject, refers). */
  private static final class Book implements Past {

    private record Entry(Fact fact, String refers) {}

    private final List<Entry> entries = new ArrayList<>();

    Book with(String id, String type, String subject, String refers) {
      entries.add(
          new Entry(new Fact(entries.size() + 1L, id, EventTypes.full(type), subject), refers));
      return this;
    }

    @Override
    public Optional<Fact> event(String id) {
      return entries.stream().map(Entry::fact).filter(fact -> fact.id().equals(id)).findFirst();
    }

    @Override
    public List<Fact> referringTo(String key) {
      return entries.stream().filter(e -> key.equals(e.refers())).map(Entry::fact).toList();
    }
  }

  @ParameterizedTest(name = "{0} of {1} -> {2}")
  @CsvSource({
    "event.voided,    report-1,    ok",
    "event.voided,    note-1,      ok",
    "event.voided,    nobody,      unknown-event /event",
    "event.voided,    wrong-1,     already-voided /event",
    "event.voided,    void-1,      invalid-event /event",
    "event.voided,    opened-1,    invalid-event /event",
    "event.voided,    verdict-1,   invalid-event /event",
    "report.verified, report-1,    ok",
    "report.verified, checked-1,   ok",
    "report.disputed, nobody,      unknown-event /event",
    "report.disputed, wrong-1,     already-voided /event",
    "report.disputed, void-1,      invalid-event /event",
    "report.verified, opened-1,    invalid-event /event",
    "report.explained, report-1,   ok",
    "report.explained, checked-1,  ok",
    "report.explained, nobody,     unknown-event /event",
    "report.explained, wrong-1,    already-voided /event",
    "report.explained, verdict-1,  invalid-event /event",
    "report.explained, opened-1,   invalid-event /event",
    "report.explained, accepted-1, invalid-event /event",
    "event.voided,     accepted-1, invalid-event /event"
  })
  void whatMayBeVoidedOrChecked(String type, String refers, String said) {
    Book book =
        new Book()
            .with("report-1", "progress.reported", "320412-2022.6.1", null)
            .with("note-1", "item.noted", "320412-2022.3", null)
            .with("wrong-1", "progress.added", "320412-2022.6.1", null)
            .with("void-1", "event.voided", "320412-2022.6.1", "wrong-1")
            .with("checked-1", "milestone.reached", "320412-2022.6.2", null)
            .with("verdict-1", "report.disputed", "320412-2022.6.2", "checked-1")
            .with("opened-1", "problem.opened", "320412-2022.3", "problem:p1")
            .with("accepted-1", "item.accepted", "320412-2022.3", "item:320412-2022.3");
    assertThat(said(book, type, "320412-2022.6.1", refers)).isEqualTo(said);
  }

  @ParameterizedTest(name = "after {0}: {1} -> {2}")
  @CsvSource({
    "'',                          opened,    ok",
    "'',                          rectified, wrong-problem-step /problem",
    "'',                          verified,  wrong-problem-step /problem",
    "'',                          reopened,  wrong-problem-step /problem",
    "opened,                      opened,    wrong-problem-step /type",
    "opened,                      rectified, ok",
    "opened,                      verified,  wrong-problem-step /type",
    "opened,                      reopened,  wrong-problem-step /type",
    "opened rectified,            rectified, wrong-problem-step /type",
    "opened rectified,            verified,  ok",
    "opened rectified,            reopened,  ok",
    "opened rectified verified,   verified,  wrong-problem-step /type",
    "opened rectified verified,   rectified, wrong-problem-step /type",
    "opened rectified verified,   reopened,  ok",
    "opened rectified reopened,   rectified, ok",
    "opened rectified reopened,   verified,  wrong-problem-step /type"
  })
  void theClosedLoop(String before, String step, String said) {
    Book book = new Book();
    for (String earlier : before.isEmpty() ? new String[0] : before.split(" ")) {
      book.with("id-" + book.entries.size(), "problem." + earlier, "320412-2022.3", "problem:p1");
    }
    assertThat(said(book, "problem." + step, "320412-2022.3", "problem:p1")).isEqualTo(said);
  }

  @ParameterizedTest(name = "after {0}: {1} -> {2}")
  @CsvSource({
    "'',                            accepted,  ok",
    "'',                            reminded,  ok",
    "'',                            urged,     ok",
    "'',                            completed, ok",
    "'',                            confirmed, wrong-item-step /type",
    "'',                            returned,  wrong-item-step /type",
    "accepted,                      accepted,  wrong-item-step /type",
    "accepted,                      completed, ok",
    "completed,                     accepted,  ok",
    "completed,                     completed, wrong-item-step /type",
    "completed,                     reminded,  ok",
    "completed,                     confirmed, ok",
    "completed,                     returned,  ok",
    "accepted completed returned,   accepted,  wrong-item-step /type",
    "completed returned,            completed, ok",
    "completed returned,            confirmed, wrong-item-step /type",
    "completed returned,            returned,  wrong-item-step /type",
    "completed returned completed,  confirmed, ok",
    "completed reminded,            urged,     ok",
    "completed urged,               confirmed, ok",
    "completed confirmed,           accepted,  wrong-item-step /type",
    "completed confirmed,           reminded,  wrong-item-step /type",
    "completed confirmed,           urged,     wrong-item-step /type",
    "completed confirmed,           completed, wrong-item-step /type",
    "completed confirmed,           confirmed, wrong-item-step /type",
    "completed confirmed,           returned,  wrong-item-step /type"
  })
  void theLoopOfSupervision(String before, String step, String said) {
    Book book = new Book();
    for (String earlier : before.isEmpty() ? new String[0] : before.split(" ")) {
      book.with("id-" + book.entries.size(), "item." + earlier, ITEM, "item:" + ITEM);
    }
    assertThat(said(book, "item." + step, ITEM, "item:" + ITEM)).isEqualTo(said);
  }

  @Test
  void anEventWhoseIdLooksLikeAnItemsKeyIsNoStepOfIt() {
    Book book =
        new Book()
            .with("item:" + ITEM, "progress.reported", "320412-2022.6.1", null)
            .with("v", "report.explained", "320412-2022.6.1", "item:" + ITEM);
    assertThat(said(book, "item.accepted", ITEM, "item:" + ITEM)).isEqualTo("ok");
    book.with("a", "item.accepted", ITEM, "item:" + ITEM);
    assertThat(said(book, "event.voided", "320412-2022.6.1", "item:" + ITEM)).isEqualTo("ok");
  }

  /**
   * Whatever is tried in whatever order: an item is closed at most once, and only when handed in.
   */
  @Test
  void anItemsAcceptedStepsAreAlwaysAWalk() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> steps =
        List.of("accepted", "reminded", "urged", "completed", "confirmed", "returned");
    for (int run = 0; run < 2_000; run++) {
      Book book = new Book();
      StringBuilder walk = new StringBuilder();
      for (int i = 0; i < 14; i++) {
        String step = steps.get(random.nextInt(steps.size()));
        if (said(book, "item." + step, ITEM, "item:" + ITEM).equals("ok")) {
          book.with("id" + i, "item." + step, ITEM, "item:" + ITEM);
          walk.append(
              switch (step) {
                case "reminded", "urged" -> "";
                case "confirmed" -> "x";
                default -> step.substring(0, 1);
              });
        }
      }
      assertThat(walk.toString().replaceFirst("a", "").replaceAll("^((cr)*)", ""))
          .as("seed %d: %s", seed, walk)
          .matches("c?x?");
    }
  }

  @Test
  void aProblemStaysWithItsItem() {
    Book book = new Book().with("o", "problem.opened", "320412-2022.3", "problem:p1");
    assertThat(said(book, "problem.rectified", "320412-2022.6", "problem:p1"))
        .isEqualTo("wrong-problem-step /item");
  }

  @Test
  void anEventWhoseIdLooksLikeAProblemsKeyIsNoStepOfIt() {
    Book book =
        new Book()
            .with("problem:p1", "progress.reported", "320412-2022.6.1", null)
            .with("v", "report.verified", "320412-2022.6.1", "problem:p1");
    assertThat(said(book, "problem.opened", "320412-2022.3", "problem:p1")).isEqualTo("ok");
    book.with("o", "problem.opened", "320412-2022.3", "problem:p1");
    assertThat(said(book, "event.voided", "320412-2022.6.1", "problem:p1")).isEqualTo("ok");
  }

  /** Whatever is tried in whatever order: what was accepted is a walk through the loop. */
  @Test
  void acceptedStepsAreAlwaysAWalk() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Set<String> moves =
        Set.of("or", "rv", "re", "er", "ve"); // opened, rectified, verified, rEopened
    for (int run = 0; run < 2_000; run++) {
      Book book = new Book();
      StringBuilder walk = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        String type = STEPS.get(random.nextInt(STEPS.size()));
        if (said(book, type, "i", "problem:p").equals("ok")) {
          book.with("id" + i, type, "i", "problem:p");
          walk.append(type.equals("problem.reopened") ? 'e' : type.charAt(8));
        }
      }
      for (int i = 1; i < walk.length(); i++) {
        assertThat(moves).as("seed %d: %s", seed, walk).contains(walk.substring(i - 1, i + 1));
      }
      assertThat(walk.isEmpty() || walk.charAt(0) == 'o').as("seed %d: %s", seed, walk).isTrue();
    }
  }

  private static String said(Past past, String type, String subject, String refers) {
    NewEvent event =
        new NewEvent(
            "new",
            EventTypes.full(type),
            subject,
            refers,
            CanonicalJson.canonical(JsonNodeFactory.instance.objectNode()));
    return RULE.refusal(event, past).map(Said::of).orElse("ok");
  }
}
