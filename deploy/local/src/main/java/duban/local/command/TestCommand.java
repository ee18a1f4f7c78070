package duban.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./duban test}. */
@Command(
    name = "test",
    description = {
      "Builds everything and runs every test.",
      "What follows goes to Maven; its exit code is Maven's."
    },
    exitCodeList = {"0:all is well", "1:a test or the build failed"},
    footer = {"  ./duban test", "  ./duban test -pl ledger -am"})
public final class TestCommand implements Callable<Integer> {

  @Unmatched private List<String> more = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return ScriptCommand.run("test", more);
  }
}
