package duban.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.client.Connection;
import duban.local.client.DistrictCodes;
import duban.local.client.GatewayClient;
import duban.local.home.ExitCode;
import duban.local.terminal.Readings;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./duban bulletin}. */
@Command(
    name = "bulletin",
    description = {
      "Writes a month's bulletin or a year's summary: the latest issue, else a draft.",
      "Also issues it, lists its issues, and proves one against the ledgers."
    },
    exitCodeList = {
      "0:done; with --proof: it is proved",
      "1:failed, or refused",
      "2:wrong usage",
      "3:with --proof: it is not proved",
      "4:nothing answers, it is busy, or it broke off: try again"
    },
    footer = {
      "  ./duban bulletin 320400 2022-05 -o bulletin.docx",
      "  ./duban bulletin 320400 2022-05 --draft --lang en -o draft.xlsx",
      "  ./duban bulletin 320412 2022 -o summary.docx",
      "  ./duban bulletin 320400 2022-05 --issue",
      "  ./duban bulletin 320400 2022-05 --issues",
      "  ./duban bulletin 320400 2022-05 --proof --no 1"
    })
public final class BulletinCommand implements Callable<Integer> {

  /** The forms of the service, for help and for the shell. */
  enum Format {
    JSON,
    DOCX,
    XLSX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Language {
    ZH,
    EN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SCOPE",
      converter = Readings.Division.class,
      completionCandidates = DistrictCodes.class,
      description = "A district, a city or a province, such as 320400.")
  private String scope;

  @Parameters(
      index = "1",
      paramLabel = "PERIOD",
      converter = Paper.Reading.class,
      description = "A month such as 2022-05, or a year such as 2022 for its summary.")
  private Paper paper;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}; default what FILE's name ends with, json without one.")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Instead of standard output.")
  private @Nullable Path file;

  @Option(names = "--no", paramLabel = "N", description = "That issue, instead of the latest.")
  private @Nullable Integer number;

  @Option(names = "--draft", description = "A fresh draft, even where there is an issue.")
  private boolean draft;

  @Option(
      names = "--known-at",
      paramLabel = "MOMENT",
      description = "A draft as it was known then, such as 2022-06-01T08:00:00+08:00.")
  private @Nullable OffsetDateTime knownAt;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "zh",
      description = "${COMPLETION-CANDIDATES}; the document's language, default ${DEFAULT-VALUE}.")
  private Language language;

  @Option(
      names = "--issue",
      description = "Issue it: freeze its content under the next number. With -o also write it.")
  private boolean issue;

  @Option(names = "--issues", description = "List its issues.")
  private boolean issues;

  @Option(names = "--proof", description = "Prove the latest issue, or that of --no.")
  private boolean proof;

  @Option(names = "--json", description = "With --issue, --issues and --proof: print JSON.")
  private boolean json;

  @Mixin private Connection connection;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    try (GatewayClient client = connection.as(issue ? "city-admin" : "city-viewer", scope)) {
      if (issues) {
        return list(client);
      }
      if (proof) {
        return prove(client);
      }
      if (issue) {
        number = issue(client);
        return file == null ? ExitCode.DONE : write(client);
      }
      return write(client);
    } catch (Download.ReaderGone enough) {
      return ExitCode.DONE;
    }
  }

  private void check() {
    if (Stream.of(issue, issues, proof, isDraft()).filter(on -> on).count() > 1) {
      throw wrong("--issue, --issues, --proof and --draft do not go together");
    }
    if (number != null && (issue || issues || isDraft())) {
      throw wrong("--no is of an issue that there is: it goes alone or with --proof");
    }
    if ((issues || proof) && (file != null || format != null)) {
      throw wrong("-o and --format are for the document itself");
    }
    if (json && !issue && !issues && !proof) {
      throw wrong("--json goes with --issue, --issues or --proof; the document's is --format json");
    }
    if (form() == null) {
      throw wrong(
          file + " ends in no form that there is: name it .json, .docx or .xlsx, or give --format");
    }
    if (file == null && form() != Format.JSON && Terminal.isOutput()) {
      throw wrong("a " + form() + " is nothing for a terminal: name a file with -o");
    }
  }

  /** What was known at another moment was never issued. */
  private boolean isDraft() {
    return draft || knownAt != null;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  /** Null where the file's name tells none: JSON that is called x.pdf is no one's wish. */
  private @Nullable Format form() {
    if (format != null || file == null) {
      return format == null ? Format.JSON : format;
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Stream.of(Format.values())
        .filter(form -> name.endsWith("." + form))
        .findFirst()
        .orElse(null);
  }

  private int write(GatewayClient client) throws IOException, InterruptedException {
    String path =
        new Query()
            .with("format", form())
            .with("issue", number)
            .with("draft", isDraft() ? true : null)
            .with("knownAt", knownAt)
            .after(paper.path(scope));
    Download.Brought brought =
        new Download(client.in(language.toString())).bring(path, file, Rows.ofLines());
    if (file != null && !json) {
      System.out.printf("%s: %s, %,d bytes%n", file, paper.name(scope), brought.bytes());
    }
    return ExitCode.DONE;
  }

  private int issue(GatewayClient client) throws IOException, InterruptedException {
    JsonNode issued = client.post(paper.path(scope) + "/issue");
    print(issued, Issues.sentence(paper.name(scope), issued));
    return issued.path("number").asInt();
  }

  private int list(GatewayClient client) throws IOException, InterruptedException {
    JsonNode all = client.get(paper.path(scope) + "/issues");
    print(all, Issues.list(paper.name(scope), all.path("issues")));
    return ExitCode.DONE;
  }

  private int prove(GatewayClient client) throws IOException, InterruptedException {
    JsonNode found =
        client.get(new Query().with("issue", number).after(paper.path(scope) + "/proof"));
    print(found, Issues.proof(paper.name(scope), found));
    return found.path("proved").asBoolean() ? ExitCode.DONE : ExitCode.NOT_ALL_WELL;
  }

  private void print(JsonNode answer, String sentences) throws IOException {
    System.out.println(
        json
            ? Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsString(answer)
            : sentences);
  }
}
