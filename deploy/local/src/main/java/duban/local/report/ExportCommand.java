package duban.local.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.local.client.Connection;
import duban.local.client.DistrictCodes;
import duban.local.client.GatewayClient;
import duban.local.home.ExitCode;
import duban.local.terminal.Readings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./duban export}. */
@Command(
    name = "export",
    description = {
      "Writes a list as CSV or as lines of JSON, as of any day and as known at any moment.",
      "A file is there whole or not at all."
    },
    exitCodeList = {
      "0:the list is whole",
      "1:failed, or refused",
      "2:wrong usage",
      "4:nothing answers, it is busy, or it broke off: try again"
    },
    footer = {
      "  ./duban export targets -o targets.csv",
      "  ./duban export rollups --scope 320400 --year 2022 --as-of 2022-05-31",
      "  ./duban export problems --known-at 2022-06-01T08:00:00+08:00 | head -3",
      "  ./duban export events --scope 320412 --format ndjson -o all.ndjson --json",
      "  ./duban export plans --url https://duban.example.cn --token TOKEN"
    })
public final class ExportCommand implements Callable<Integer> {

  private static final String PROVINCE = "320000";

  /** The lists of the service, for help and for the shell. */
  enum Listing {
    TARGETS,
    ITEMS,
    PLANS,
    ROLLUPS,
    EVENTS,
    PROBLEMS,
    DISCIPLINE,
    REPORTS,
    INDICATORS,
    DISTRICTS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Format {
    CSV,
    NDJSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "LIST", description = "${COMPLETION-CANDIDATES}.")
  private Listing list;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--scope",
      paramLabel = "CODE",
      converter = Readings.Division.class,
      completionCandidates = DistrictCodes.class,
      description = "A district, a city or a province; default all that the token reaches.")
  private @Nullable String scope;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      converter = Readings.Year.class,
      description = "Of the plans; default the system's year.")
  private @Nullable Integer year;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "As it stood on that day, such as 2022-05-31; default today.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--known-at",
      paramLabel = "MOMENT",
      description = "As it was known then, such as 2022-06-01T08:00:00+08:00; default now.")
  private @Nullable OffsetDateTime knownAt;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Instead of standard output.")
  private @Nullable Path file;

  @Option(names = "--json", description = "With -o: say as JSON what was written.")
  private boolean json;

  @Mixin private Connection connection;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (json && file == null) {
      throw new ParameterException(spec.commandLine(), "--json goes with -o FILE");
    }
    String path =
        new Query()
            .with("format", format)
            .with("scope", scope)
            .with("year", year)
            .with("asOf", asOf)
            .with("knownAt", knownAt)
            .after("/exports/" + list);
    Rows rows = format == Format.CSV ? Rows.ofTable() : Rows.ofLines();
    try (GatewayClient client = connection.as("city-viewer", PROVINCE)) {
      tell(new Download(client).bring(path, file, rows));
    } catch (Download.ReaderGone enough) {
      return ExitCode.DONE;
    }
    return ExitCode.DONE;
  }

  private void tell(Download.Brought brought) {
    if (json) {
      ObjectNode written = Json.lenient().createObjectNode();
      written
          .put("list", list.toString())
          .put("format", format.toString())
          .put("file", String.valueOf(file))
          .put("rows", brought.rows())
          .put("bytes", brought.bytes());
      System.out.println(written);
    } else if (file != null) {
      System.out.printf("%s: %,d rows, %,d bytes%n", file, brought.rows(), brought.bytes());
    }
  }
}
