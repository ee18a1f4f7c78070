package duban.local.command;

import duban.local.home.Home;
import duban.local.home.Installation;
import duban.local.home.Refusal;
import duban.local.process.Console;
import duban.local.process.Launcher;
import duban.local.process.Signals;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a launcher that outlives this one, and shows what it says until the system is up. */
record Detached(Home home, Console console) {

  private static final int LOOK_EVERY_MILLIS = 200;

  /** Returns when the system is up. */
  void start(List<String> arguments) throws IOException, InterruptedException {
    Path log = home.log(Launcher.NAME);
    Files.createDirectories(log.resolveSibling("."));
    Files.deleteIfExists(log);
    Process launcher =
        new ProcessBuilder(Signals.ownSession(command(arguments)))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    follow(launcher, log);
  }

  private void follow(Process launcher, Path log) throws IOException, InterruptedException {
    long shown = 0;
    while (true) {
      boolean ready = isReady(launcher);
      boolean dead = launcher.waitFor(ready ? 0 : LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      shown = show(log, shown);
      if (dead) {
        throw new Refusal("it did not start, and " + log + " says why");
      }
      if (ready) {
        return;
      }
    }
  }

  private boolean isReady(Process launcher) throws IOException {
    return Launcher.running(home.run()).filter(found -> found.pid() == launcher.pid()).isPresent()
        && Launcher.isReady(home.run());
  }

  private long show(Path log, long from) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(from);
      byte[] news = new byte[(int) (file.length() - from)];
      file.readFully(news);
      console.out().print(new String(news, StandardCharsets.UTF_8));
      console.out().flush();
      return from + news.length;
    }
  }

  /** This very program again, with its options of the virtual machine. */
  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Installation.java().toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "duban.local.Duban"));
    command.addAll(arguments);
    return command;
  }
}
