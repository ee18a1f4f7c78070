package duban.local.delivery;

import duban.local.terminal.Terminal;
import java.util.function.Supplier;

/** Ctrl-C in the middle: it is said how far it came, and how it goes on. */
final class Stop implements AutoCloseable {

  private final Thread hook;

  private Stop(Thread hook) {
    this.hook = hook;
  }

  /**
   * @param told ends what is printed, and gives what was acknowledged until then
   */
  static Stop of(Supplier<Tally> told) {
    Thread hook = new Thread(() -> Terminal.say(sentence(told.get())), "stop-posting");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Stop(hook);
  }

  private static String sentence(Tally acknowledged) {
    String before = acknowledged.all() == 0 ? " before anything was acknowledged" : "";
    return "stopped" + before + ": give the same again to go on, nothing is doubled";
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // It is running.
    }
  }
}
