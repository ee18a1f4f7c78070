package duban.local.command;

import duban.ground.Folders;
import duban.local.home.Home;
import duban.local.home.Occupancy;
import duban.local.home.Refusal;
import duban.local.part.Parts;
import duban.local.process.RunFile;
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
    footer = {"  ./duban reset", "  ./duban reset --yes"})
public final class ResetCommand implements Callable<Integer> {

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    Home home = Home.here();
    if (!Files.exists(home.path())) {
      System.out.println("There is no data in " + home.path());
      return 0;
    }
    try (Occupancy _ = Occupancy.tryTake(home).orElseThrow(() -> running(home))) {
      refuseWhilePartsLive(home);
      if (!yes && !confirmed(home)) {
        System.out.println("Nothing was removed.");
        return 1;
      }
      remove(home);
    }
    System.out.println("Removed all data in " + home.path());
    return 0;
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
    System.out.print("Remove all data in " + home.path() + "? Type yes to go on: ");
    System.out.flush();
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
      System.out.println("Kept what is not Duban's in " + home.path());
    }
  }
}
