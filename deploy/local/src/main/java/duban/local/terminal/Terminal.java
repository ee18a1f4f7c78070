package duban.local.terminal;

import duban.contracts.Json;
import java.io.IOException;
import java.io.PrintStream;

/** Whether a person is looking, as the launcher script found it. */
public final class Terminal {

  private Terminal() {}

  /** Progress and remarks may move about there. */
  public static boolean isError() {
    return Boolean.getBoolean("duban.stderr.terminal");
  }

  /** Documents that are no text must not go there. */
  public static boolean isOutput() {
    return Boolean.getBoolean("duban.stdout.terminal");
  }

  /** A result for programs, as one JSON document. */
  public static void print(Object result) throws IOException {
    System.out.println(Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsString(result));
  }

  /** A remark for the person; never among the results. */
  public static void say(String sentence) {
    PrintStream err = System.err;
    err.println("duban: " + sentence);
    err.flush();
  }
}
