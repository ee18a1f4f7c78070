package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.plan.Plan;
import duban.local.home.Refusal;
import duban.local.sample.Poster.Posted;
import duban.local.sample.SampleGateway.Answer;
import duban.local.terminal.Terminal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sample's year going on, day by day: first what the districts post on a day, then the system's
 * day moves to it. Whatever was posted before is a duplicate, so it can be stopped anywhere and
 * goes on where it was.
 */
final class Play {

  private final SampleGateway system;
  private final Sample sample = Sample.load();
  private final List<Posting> year = Chronicle.of(sample);
  private final Consumer<PlayedDay> shown;
  private final CountDownLatch stop;

  /**
   * @param shown gets each day when the system stands at it
   * @param stop to be counted down when no further day is to begin
   */
  Play(SampleGateway system, Consumer<PlayedDay> shown, CountDownLatch stop) {
    this.system = system;
    this.shown = shown;
    this.stop = stop;
  }

  /**
   * @param from the day to begin at; the system's own unless given
   * @param perDay how long a day lasts
   */
  void run(@Nullable LocalDate from, LocalDate to, Duration perDay) throws InterruptedException {
    LocalDate today = today();
    LocalDate day = from != null ? from : today;
    if (!day.isBefore(to)) {
      Terminal.say("the system stands at " + day + ": there is nothing to play up to " + to);
      return;
    }
    LocalDate begin = day;
    Caught caught = post(posting -> !posting.day().isAfter(begin));
    if (!day.equals(today)) {
      move(day);
    }
    shown.accept(played(day, caught));
    while (day.isBefore(to) && !stop.await(perDay.toMillis(), TimeUnit.MILLISECONDS)) {
      day = day.plusDays(1);
      LocalDate next = day;
      caught = post(posting -> posting.day().equals(next));
      move(day);
      shown.accept(played(day, caught));
    }
    if (day.isBefore(to)) {
      Terminal.say("stopped at " + day + "; ./duban play goes on from there");
    }
  }

  /** What was posted, and the ledger positions it reached. */
  private record Caught(int fresh, Map<String, Long> positions) {

    /** As a query names them that is to know of them. */
    String after() {
      return positions.entrySet().stream()
          .map(one -> one.getKey() + ":" + one.getValue())
          .collect(Collectors.joining(","));
    }
  }

  private LocalDate today() throws InterruptedException {
    JsonNode answer = good(system.get(SampleLoader.BUREAU, "/today")).json();
    if (!answer.path("fixed").asBoolean()) {
      throw new Refusal(
          "the system lives in the present: to play, start it with DUBAN_TODAY=2022-06-30");
    }
    return LocalDate.parse(answer.get("today").asText());
  }

  private void move(LocalDate day) throws InterruptedException {
    good(system.put(SampleLoader.BUREAU, "/today", "{\"today\":\"" + day + "\"}"));
  }

  private Caught post(Predicate<Posting> which) throws InterruptedException {
    List<Posting> postings = year.stream().filter(which).toList();
    int fresh = 0;
    Map<String, Long> positions = new TreeMap<>();
    for (Plan plan : sample.plans()) {
      Posted posted = new Poster(system, plan.district()).post(postings);
      fresh += posted.fresh();
      if (posted.seq() > 0) {
        positions.put(plan.district(), posted.seq());
      }
    }
    return new Caught(fresh, positions);
  }

  private PlayedDay played(LocalDate day, Caught caught) throws InterruptedException {
    return new PlayedDay(
        day,
        caught.fresh(),
        caught.positions(),
        new Headline(system).after(caught.after()).orElse(null));
  }

  private static Answer good(Answer answer) {
    if (!answer.isGood()) {
      throw new Refusal("the system answered %d: %s".formatted(answer.status(), answer.body()));
    }
    return answer;
  }
}
