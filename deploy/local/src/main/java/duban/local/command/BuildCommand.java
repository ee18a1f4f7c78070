package duban.local.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./duban build}. */
@Command(
    name = "build",
    description = {
      "Builds what ./duban up runs.",
      "Commands do so by themselves when a source is newer than what was built."
    },
    exitCodeList = {"0:done", "1:failed"},
    footer = "  ./duban build")
public final class BuildCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException, InterruptedException {
    return ScriptCommand.run("build", List.of());
  }
}
