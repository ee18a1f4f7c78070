package duban.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.client.Audit;
import duban.local.client.Connection;
import duban.local.client.GatewayClient;
import duban.local.home.ExitCode;
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
  private static final String ERASE_TO_END = "\u001b[K";

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Mixin private Connection connection;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (GatewayClient client = connection.as("city-admin", PROVINCE)) {
      Audit.Findings findings = new Audit(client, VerifyCommand::showProgress).run();
      clearProgress();
      if (json) {
        System.out.println(
            Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsString(findings));
      } else {
        print(findings, System.out);
      }
      return findings.ok() ? ExitCode.DONE : ExitCode.NOT_ALL_WELL;
    }
  }

  /** On a terminal only: in a log each would be a line. */
  private static void showProgress(String sentence) {
    if (Terminal.isError()) {
      System.err.print("\r" + ERASE_TO_END + sentence + " ");
    }
  }

  private static void clearProgress() {
    showProgress("");
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
