package duban.local.command;

import duban.ground.Folders;
import duban.local.home.ExitCode;
import duban.local.home.Home;
import duban.local.home.Occupancy;
import duban.local.home.Refusal;
import duban.local.part.Parts;
import duban.local.process.RunFile;
import duban.local.terminal.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./duban reset}. */
@Command(
    name = "reset",
    description = {
      "Removes all data in DUBAN_HOME: the next start is like the first.",
      "Only what Duban made there, and not while it runs."
    },
    exitCodeList = {"0:there is no data any more", "1:failed, or refused", "2:wrong usage"},
    footer = {"  ./duban reset", "  ./duban reset --yes --json"})
public final class ResetCommand implements Callable<Integer> {

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  /**
   * What {@code --json} prints.
   *
   * @param removed whether there was any data
   * @param kept whether things stay there that are not Duban's
   */
  record Removed(String home, boolean removed, boolean kept) {}

  @Override
  public Integer call() throws IOException {
    Home home = Home.here();
    boolean there = Files.exists(home.path());
    if (there) {
      try (Occupancy _ = Occupancy.tryTake(home).orElseThrow(() -> running(home))) {
        refuseWhilePartsLive(home);
        if (!yes && !confirmed(home)) {
          throw new Refusal("nothing was removed");
        }
        remove(home);
      }
    }
    tell(new Removed(home.path().toString(), there, Files.exists(home.path())));
    return ExitCode.DONE;
  }

  private void tell(Removed done) throws IOException {
    if (json) {
      Terminal.print(done);
      return;
    }
    if (done.kept()) {
      System.out.println("Kept what is not Duban's in " + done.home());
    }
    System.out.println(
        (done.removed() ? "Removed all data in " : "There is no data in ") + done.home());
  }

  private static void refuseWhilePartsLive(Home home) throws IOException {
    for (String part : Parts.NAMES) {
      if (RunFile.read(home.run(), part).flatMap(RunFile::process).isPresent()) {
        throw running(home);
      }
    }
  }

  private static Refusal running(Home home) {
    return new Refusal("the system in " + home.path() + " is running: ./duban down stops it");
  }

  private static boolean confirmed(Home home) throws IOException {
    System.err.print("Remove all data in " + home.path() + "? Type yes to go on: ");
    System.err.flush();
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    String answer = answers.readLine();
    return answer != null && answer.trim().toLowerCase(Locale.ROOT).equals("yes");
  }

  /** Only what a system made: DUBAN_HOME may by mistake name a folder that holds other things. */
  private static void remove(Home home) throws IOException {
    for (String name : Home.CONTENTS) {
      Path path = home.path().resolve(name);
      if (Files.isDirectory(path)) {
        Folders.delete(path);
      } else {
        Files.deleteIfExists(path);
      }
    }
    try {
      Files.delete(home.path());
    } catch (DirectoryNotEmptyException others) {
      // They stay, and so does the folder.
    }
  }
}
