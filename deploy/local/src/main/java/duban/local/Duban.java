package duban.local;

import duban.local.command.BenchCommand;
import duban.local.command.DownCommand;
import duban.local.command.PostCommand;
import duban.local.command.RebuildCommand;
import duban.local.command.ResetCommand;
import duban.local.command.StatusCommand;
import duban.local.command.TokenCommand;
import duban.local.command.UpCommand;
import duban.local.command.VerifyCommand;
import duban.local.extract.ExtractCommand;
import duban.local.home.Refusal;
import duban.local.sample.PlayCommand;
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
    subcommands = {
      CommandLine.HelpCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ResetCommand.class,
      TokenCommand.class,
      PlayCommand.class,
      PostCommand.class,
      VerifyCommand.class,
      RebuildCommand.class,
      ExtractCommand.class,
      BenchCommand.class
    })
public final class Duban implements Runnable {

  private static final int FAILED = 1;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  static int execute(String... arguments) {
    return new CommandLine(new Duban())
        .setExecutionExceptionHandler(Duban::explain)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  /** A refusal is for the person and is one sentence; anything else is a bug and shows where. */
  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof Refusal refusal) {
      command.getErr().println("duban: " + refusal.getMessage());
    } else {
      failure.printStackTrace(command.getErr());
    }
    return FAILED;
  }
}
