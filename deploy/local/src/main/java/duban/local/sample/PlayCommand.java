package duban.local.sample;

import duban.local.home.ExitCode;
import duban.local.home.Home;
import duban.local.identity.LocalIssuer;
import duban.local.terminal.Terminal;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./duban play}. */
@Command(
    name = "play",
    description = {
      "Goes on with the sample's year, day by day, from where the system stands.",
      "Open the page beside it and watch. Ctrl-C stops after the day; play again to go on."
    },
    exitCodeList = {
      "0:done, or stopped",
      "1:failed, or refused",
      "2:wrong usage",
      "4:nothing answers, or it is busy: try again"
    },
    footer = {
      "  ./duban play --to 2022-07-31",
      "  ./duban play --speed 5",
      "  ./duban play --json | jq .newSeats.share",
      "  ./duban play --to 2022-12-31 --speed 250ms"
    })
public final class PlayCommand implements Callable<Integer> {

  private static final long LAST_DAY_SECONDS = 10;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "The last day; default ${DEFAULT-VALUE}.",
      defaultValue = "2022-12-31")
  private LocalDate to;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Begin at this day instead of the system's own.")
  private @Nullable LocalDate from;

  @Option(
      names = "--speed",
      paramLabel = "SPEED",
      description = "How long a day lasts (1s, 250ms), or days a second (5); default 1s.",
      defaultValue = "1s",
      converter = Speed.Converter.class)
  private Speed speed;

  @Option(names = "--json", description = "For programs: a line of JSON for each day.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Home home = Home.here();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> letTheDayEnd(stop, ended), "play-stop"));
    try (SampleGateway system = new SampleGateway(home.gateway(), LocalIssuer.of(home))) {
      new Play(system, this::show, stop).run(from, to, speed.perDay());
      return ExitCode.DONE;
    } finally {
      ended.countDown();
    }
  }

  private void show(PlayedDay day) {
    System.out.println(json ? day.json() : day.words());
    System.out.flush();
  }

  private static void letTheDayEnd(CountDownLatch stop, CountDownLatch ended) {
    stop.countDown();
    try {
      if (!ended.await(LAST_DAY_SECONDS, TimeUnit.SECONDS)) {
        Terminal.say("the day did not end; play again to finish it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
