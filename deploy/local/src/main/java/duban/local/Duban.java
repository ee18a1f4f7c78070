package duban.local;

import duban.local.command.BenchCommand;
import duban.local.command.BuildCommand;
import duban.local.command.CompletionCommand;
import duban.local.command.DownCommand;
import duban.local.command.RebuildCommand;
import duban.local.command.ResetCommand;
import duban.local.command.StatusCommand;
import duban.local.command.TestCommand;
import duban.local.command.TokenCommand;
import duban.local.command.UpCommand;
import duban.local.command.VerifyCommand;
import duban.local.delivery.PostCommand;
import duban.local.extract.ExtractCommand;
import duban.local.report.BulletinCommand;
import duban.local.report.ExportCommand;
import duban.local.sample.PlayCommand;
import duban.local.terminal.Failures;
import duban.local.terminal.HelpOption;
import duban.local.terminal.Readings;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code ./duban}. */
@Command(
    name = "duban",
    description = "Live supervision of the promises in districts' annual education plans.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "Duban 0.1.0",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:wrong usage",
      "3:done, and not all is as it should be",
      "4:nothing answers, or it is busy: the same again may do"
    },
    footer = {
      "  ./duban up                   builds and starts everything, with a sample year",
      "  ./duban COMMAND --help       options, exit codes and examples of a command",
      "  source <(./duban completion bash)"
    },
    subcommands = {
      CommandLine.HelpCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ResetCommand.class,
      PlayCommand.class,
      TokenCommand.class,
      PostCommand.class,
      ExportCommand.class,
      BulletinCommand.class,
      VerifyCommand.class,
      RebuildCommand.class,
      ExtractCommand.class,
      BenchCommand.class,
      TestCommand.class,
      BuildCommand.class,
      CompletionCommand.class
    })
public final class Duban implements Runnable {

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  /** The exit code of a command line. */
  public static int execute(String... arguments) {
    return line().execute(arguments);
  }

  /** The commands as the shell meets them: each with --help, and alike in what they say. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new Duban());
    line.getSubcommands().values().stream()
        .filter(command -> !command.getCommandName().equals("help"))
        .map(CommandLine::getCommandSpec)
        .forEach(
            command -> command.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption())));
    // What stands behind a benchmark's name is the benchmark's, its --help too.
    Objects.requireNonNull(line.getSubcommands().get("bench")).setStopAtPositional(true);
    dress(line);
    line.getSubcommands().values().forEach(Duban::dress);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Readings::day)
        .registerConverter(OffsetDateTime.class, Readings::moment)
        .setParameterExceptionHandler(Failures::ofUsage)
        .setExecutionExceptionHandler(Failures::ofWork);
  }

  private static void dress(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .footerHeading("%nExamples:%n")
        .sortOptions(false);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
