package duban.local.command;

import duban.local.client.Delivery;
import duban.local.client.GatewayClient;
import duban.local.home.Home;
import duban.local.home.Refusal;
import duban.local.identity.LocalIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./duban post}. */
@Command(
    name = "post",
    description = {
      "Posts events to a district's ledger, as its own system would.",
      "One JSON event or an array of them is taken whole; lines of JSON are taken one by one, and"
          + " those that are refused are printed; and so are the rows of a district's workbook"
          + " (.xlsx). Posting the same file again changes nothing."
    })
public final class PostCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @Parameters(index = "0", paramLabel = "DISTRICT", description = "such as 320412")
  private String district;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = STANDARD_INPUT,
      description =
          "JSON, lines of JSON, or the filled workbook; - or nothing is the standard input")
  private String file;

  @Option(
      names = "--role",
      defaultValue = "district-reporter",
      description = "whose token is used; city-admin for what only the city may say")
  private String role;

  @Option(names = "--verbose", description = "Print the result of every line.")
  private boolean verbose;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Home.here();
    String token = LocalIssuer.of(home).token(role, district);
    try (GatewayClient client = new GatewayClient(home.gateway(), token);
        Input input = Input.of(file)) {
      boolean oneDocument = Delivery.isOneDocument(input.path());
      Delivery delivery =
          new Delivery(client, district, printer(oneDocument), PostCommand::showProgress);
      return finish(delivery.bring(input.path()), oneDocument);
    } catch (IOException lost) {
      throw new Refusal("the events were not all brought: " + lost.getMessage());
    }
  }

  private Consumer<String> printer(boolean oneDocument) {
    return result -> {
      if (verbose || oneDocument || result.contains("\"rejected\"")) {
        System.out.println(result);
      }
    };
  }

  /** On a terminal only: in a log each number would be a line. */
  private static void showProgress(Delivery.Tally tally) {
    if (Boolean.getBoolean("duban.stderr.terminal")) {
      System.err.print("\r" + sentence(tally) + " ");
    }
  }

  private static int finish(Delivery.Tally tally, boolean oneDocument) {
    if (!oneDocument) {
      String lineStart = Boolean.getBoolean("duban.stderr.terminal") ? "\r" : "";
      System.err.println(lineStart + sentence(tally) + " ");
    }
    return tally.rejected() == 0 ? 0 : 1;
  }

  private static String sentence(Delivery.Tally tally) {
    return "%d appended, %d there already, %d rejected"
        .formatted(tally.appended(), tally.duplicate(), tally.rejected());
  }

  /** What is posted, in a file, because what gets no answer has to be read again. */
  private record Input(Path path, boolean temporary) implements AutoCloseable {

    static Input of(String name) throws IOException {
      if (!name.equals(STANDARD_INPUT)) {
        Path path = Path.of(name);
        if (!Files.isReadable(path)) {
          throw new Refusal("cannot read " + name);
        }
        return new Input(path, false);
      }
      Path copy = Files.createTempFile("duban-post-", ".json");
      Files.copy(System.in, copy, StandardCopyOption.REPLACE_EXISTING);
      return new Input(copy, true);
    }

    @Override
    public void close() throws IOException {
      if (temporary) {
        Files.delete(path);
      }
    }
  }
}
