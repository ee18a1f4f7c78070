package duban.local.command;

import duban.local.home.Home;
import duban.local.part.Parts;
import duban.local.process.Launcher;
import duban.local.process.PartState;
import duban.local.process.PartStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a system is.
 *
 * @param running whether all its parts are ready
 */
record Report(String home, String address, boolean running, long rssBytes, List<PartStatus> parts) {

  static Report of(Home home) throws IOException {
    List<String> names = new ArrayList<>(List.of(Launcher.NAME));
    names.addAll(Parts.NAMES);
    boolean supervised = Launcher.running(home.run()).isPresent();
    List<PartStatus> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(PartStatus.of(home.run(), name, supervised));
    }
    return new Report(
        home.path().toString(),
        home.gateway().toString(),
        parts.stream().allMatch(part -> part.state() == PartState.READY),
        parts.stream().mapToLong(PartStatus::rssBytes).sum(),
        parts);
  }
}
