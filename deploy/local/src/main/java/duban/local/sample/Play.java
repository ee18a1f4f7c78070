package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.plan.Plan;
import duban.local.home.Refusal;
import duban.local.sample.Poster.Posted;
import duban.local.sample.SampleGateway.Answer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
  private final PrintStream out;
  private final CountDownLatch stop;

  /**
   * @param stop to be counted down when no further day is to begin
   */
  Play(SampleGateway system, PrintStream out, CountDownLatch stop) {
    this.system = system;
    this.out = out;
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
      out.println("The system stands at " + day + ": there is nothing to play up to " + to + ".");
      return;
    }
    LocalDate begin = day;
    Caught caught = post(posting -> !posting.day().isAfter(begin));
    if (!day.equals(today)) {
      move(day);
    }
    out.println(line(day, caught));
    while (day.isBefore(to) && !stop.await(perDay.toMillis(), TimeUnit.MILLISECONDS)) {
      day = day.plusDays(1);
      LocalDate next = day;
      caught = post(posting -> posting.day().equals(next));
      move(day);
      out.println(line(day, caught));
    }
    if (day.isBefore(to)) {
      out.println("Stopped at " + day + "; ./duban play goes on from there.");
    }
  }

  /** What was posted, and the ledger positions it reached. */
  private record Caught(int fresh, String positions) {}

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
    StringBuilder positions = new StringBuilder();
    for (Plan plan : sample.plans()) {
      Posted posted = new Poster(system, plan.district()).post(postings);
      fresh += posted.fresh();
      if (posted.seq() > 0) {
        positions
            .append(positions.isEmpty() ? "" : ",")
            .append(plan.district())
            .append(':')
            .append(posted.seq());
      }
    }
    return new Caught(fresh, positions.toString());
  }

  private String line(LocalDate day, Caught caught) throws InterruptedException {
    return "%s  %3d events  %s"
        .formatted(day, caught.fresh(), new Headline(system).after(caught.positions()));
  }

  private static Answer good(Answer answer) {
    if (!answer.isGood()) {
      throw new Refusal("the system answered %d: %s".formatted(answer.status(), answer.body()));
    }
    return answer;
  }
}
