package duban.local.terminal;

import duban.local.home.ExitCode;
import duban.local.home.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * How a command that did not do its work says so: one sentence for the person, a code for scripts.
 */
public final class Failures {

  private Failures() {}

  /** Wrong usage: what is wrong, how it goes, and where to read more. */
  public static int ofUsage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("duban: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.print(command.getHelp().fullSynopsis());
    err.println("More: ./" + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.WRONG_USAGE;
  }

  /** A refusal is for the person and is one sentence; what is no one's mistake shows where. */
  public static int ofWork(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    switch (failure) {
      case Refusal refusal -> {
        err.println("duban: " + refusal.getMessage());
        return refusal.exitCode();
      }
      case UncheckedIOException wrapped ->
          err.println("duban: " + sentence(Objects.requireNonNull(wrapped.getCause())));
      case IOException broken -> err.println("duban: " + sentence(broken));
      default -> failure.printStackTrace(err);
    }
    return ExitCode.FAILED;
  }

  /** The JDK names the file and, of most failures, the reason; of these two only the file. */
  public static String sentence(IOException broken) {
    return switch (broken) {
      case AccessDeniedException denied -> "may not read or write " + denied.getFile();
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      default -> Objects.requireNonNullElse(broken.getMessage(), broken.getClass().getSimpleName());
    };
  }
}
