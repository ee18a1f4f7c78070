package duban.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.client.Audit;
import duban.local.client.Connection;
import duban.local.client.GatewayClient;
import duban.local.home.ExitCode;
import duban.local.terminal.Bar;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./duban verify}. */
@Command(
    name = "verify",
    description = {
      "Recomputes every ledger's chain and index and every projection of the running system.",
      "On a terminal it shows how far it is."
    },
    exitCodeList = {
      "0:all is as it should be",
      "1:failed, or refused",
      "2:wrong usage",
      "3:a chain is broken, or a projection differs",
      "4:nothing answers, it is busy, or it broke off: try again"
    },
    footer = {
      "  ./duban verify",
      "  ./duban verify --json > findings.json",
      "  ./duban verify --url https://duban.example.cn --token TOKEN"
    })
public final class VerifyCommand implements Callable<Integer> {

  private static final String PROVINCE = "320000";
  private static final int SHORT_HASH = 16;
  private static final int SHOWN_DIFFERENCES = 20;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Mixin private Connection connection;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (GatewayClient client = connection.as("city-admin", PROVINCE)) {
      Audit.Findings findings = audit(client);
      if (json) {
        Terminal.print(findings);
      } else {
        print(findings, System.out);
      }
      return findings.ok() ? ExitCode.DONE : ExitCode.NOT_ALL_WELL;
    }
  }

  private static Audit.Findings audit(GatewayClient client)
      throws IOException, InterruptedException {
    try (Bar bar = Bar.of("verifying", " events", 1, Bar.UNKNOWN)) {
      return new Audit(client, step -> show(bar, step)).run();
    }
  }

  private static void show(Bar bar, Audit.Step step) {
    bar.of(step.of() == 0 ? Bar.UNKNOWN : step.of());
    bar.at(step.done());
    bar.say(step.checking());
  }

  private static void print(Audit.Findings findings, PrintStream out) {
    out.printf("%-22s %9s %7s  %-16s  %s%n", "ledger", "events", "erased", "hash", "chain");
    findings.ledgers().forEach(ledger -> printLedger(ledger, out));
    out.println();
    out.printf("%-22s %9s  %s%n", "projection", "rows", "recomputed");
    printProjection(findings.projection(), out);
    out.println(findings.ok() ? "\nAll is as it should be." : "\nSomething is wrong.");
  }

  private static void printLedger(JsonNode ledger, PrintStream out) {
    String hash = ledger.path("hash").asText();
    out.printf(
        "%-22s %9d %7d  %-16s  %s%n",
        ledger.path("ledger").asText(),
        ledger.path("events").asLong(),
        ledger.path("erased").asLong(),
        hash.substring(0, Math.min(SHORT_HASH, hash.length())),
        Audit.isOk(ledger) ? "holds" : "BROKEN at " + fault(ledger.path("fault")));
  }

  private static String fault(JsonNode fault) {
    return fault.path("seq").asText() + ": " + fault.path("why").asText();
  }

  private static void printProjection(JsonNode projection, PrintStream out) {
    String verdict = Audit.isOk(projection) ? "the same" : "DIFFERENT";
    projection
        .path("rows")
        .properties()
        .forEach(rows ->
            out.printf("%-22s %9d  %s%n", rows.getKey(), rows.getValue().asLong(), verdict));
    JsonNode differences = projection.path("differences");
    for (int i = 0; i < Math.min(SHOWN_DIFFERENCES, differences.size()); i++) {
      out.println("  " + differences.get(i));
    }
    if (differences.size() > SHOWN_DIFFERENCES) {
      out.println("  and " + (differences.size() - SHOWN_DIFFERENCES) + " more");
    }
  }
}
