package duban.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.client.Connection;
import duban.local.client.DistrictCodes;
import duban.local.client.GatewayClient;
import duban.local.home.ExitCode;
import duban.local.home.Refusal;
import duban.local.identity.Roles;
import duban.local.terminal.Bar;
import duban.local.terminal.Readings;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./duban post}. */
@Command(
    name = "post",
    description = {
      "Posts events to a district's ledger, as its own system would.",
      "A JSON event or an array of them is taken whole or not at all. Lines of JSON, the rows of a"
          + " table (CSV, UTF-8 or GB18030) and those of a district's workbook (.xlsx) are taken"
          + " one by one, and those that are refused are printed.",
      "What gets no answer is sent again with the same ids. After a break give the same command"
          + " again: it goes on where it was, and nothing is doubled."
    },
    exitCodeList = {
      "0:every event is in the ledger",
      "1:failed, or there was nothing to post",
      "2:wrong usage",
      "3:some events were rejected, all others are in the ledger",
      "4:nothing answers, it is busy, or it broke off: give it again to go on",
      "130:stopped by Ctrl-C: give it again to go on"
    },
    footer = {
      "  ./duban post 320412 events.ndjson",
      "  ./duban post 320412 events.csv --json > result.json",
      "  ./duban post 320412 workbook.xlsx",
      "  echo '{\"id\": \"a-1\", \"type\": \"progress.reported\",",
      "    \"target\": \"320412-2022.6.1\", \"asOf\": \"2022-06-30\", \"value\": 3300}' |",
      "    ./duban post 320412",
      "  ./duban post 320412 events.csv --url https://duban.example.cn --token TOKEN"
    })
public final class PostCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "DISTRICT",
      converter = Readings.Division.class,
      completionCandidates = DistrictCodes.class,
      description = "Such as 320412.")
  private String district;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "JSON, lines of JSON, CSV or the filled workbook; - or nothing is standard input.")
  private @Nullable Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}: for what neither its content nor its name tells rightly.")
  private @Nullable Format format;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "district-reporter",
      completionCandidates = Roles.class,
      description =
          "Whose token is made for the system in DUBAN_HOME; default ${DEFAULT-VALUE}; city-admin"
              + " for what only the city may say.")
  private String role;

  @Option(names = "--verbose", description = "Print what became of every event.")
  private boolean verbose;

  @Option(names = "--json", description = "Print one JSON document: results and sums.")
  private boolean json;

  @Mixin private Connection connection;

  @Override
  public Integer call() throws IOException, InterruptedException {
    String name = file == null ? Input.STANDARD_INPUT : file.toString();
    try (GatewayClient client = connection.as(role, district);
        Input input = Input.of(name, System.in)) {
      Format found = format == null ? Format.of(input.path(), name) : format;
      Results results =
          json
              ? new Results.Document(System.out, district)
              : new Results.Sentences(System.out, System.err);
      return bring(client, input, found, results);
    }
  }

  private int bring(GatewayClient client, Input input, Format found, Results results)
      throws IOException, InterruptedException {
    Path events = input.path();
    long start = System.nanoTime();
    boolean complete = false;
    long count = found.isOfLines() ? Entries.count(events, found) : Bar.UNKNOWN;
    Bar bar = Bar.of("posting", " events", 1, count);
    Delivery delivery = new Delivery(client, district, listener(found, results, bar));
    Supplier<Tally> cutShort =
        () -> {
          results.end(delivery.tally(), Duration.ofNanos(System.nanoTime() - start), false);
          return delivery.tally();
        };
    try (bar;
        Stop _ = Stop.of(cutShort)) {
      if (found.isOfLines()) {
        bringLines(client, delivery, events, found);
      } else {
        delivery.bringWhole(events, found);
      }
      requireSome(delivery.tally(), input);
      complete = true;
    } catch (IOException lost) {
      throw Refusal.noAnswer("broke off (" + lost.getMessage() + "): give it again to go on");
    } finally {
      results.end(delivery.tally(), Duration.ofNanos(System.nanoTime() - start), complete);
    }
    return delivery.tally().rejected() == 0 ? ExitCode.DONE : ExitCode.NOT_ALL_WELL;
  }

  /** A script that posts a file with nothing in it has gone wrong before. */
  private static void requireSome(Tally tally, Input input) {
    if (tally.all() == 0) {
      throw new Refusal("there is no event in " + input.called() + ": nothing was posted");
    }
  }

  private void bringLines(GatewayClient client, Delivery delivery, Path events, Format found)
      throws IOException, InterruptedException {
    MarkFile mark = MarkFile.of(MarkFile.folder(), client.gateway(), district, events);
    Progress progress = Progress.of(mark, client, district);
    if (progress.from() > 0) {
      Terminal.say(
          "the ledger still holds what an earlier posting brought up to line %,d: going on there"
              .formatted(progress.from()));
    }
    delivery.bringLines(events, found, progress);
    if (delivery.tally().rejected() == 0) {
      progress.done();
    }
  }

  private Delivery.Listener listener(Format found, Results results, Bar bar) {
    return new Delivery.Listener() {
      @Override
      public void result(JsonNode result) {
        if (verbose || found == Format.JSON || result.has("problem")) {
          results.add(result);
        }
      }

      @Override
      public void progress(Tally tally) {
        bar.at(tally.all());
        bar.say(tally.rejected() == 0 ? "" : "%,d rejected".formatted(tally.rejected()));
      }
    };
  }
}
