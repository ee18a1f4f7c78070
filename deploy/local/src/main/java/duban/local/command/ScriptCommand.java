package duban.local.command;

import duban.local.home.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the launcher script does itself, since it needs Maven and no built program. */
final class ScriptCommand {

  private ScriptCommand() {}

  static int run(String command, List<String> more) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Installation.here().root().resolve("duban").toString());
    words.add(command);
    words.addAll(more);
    return new ProcessBuilder(words).inheritIO().start().waitFor();
  }
}
