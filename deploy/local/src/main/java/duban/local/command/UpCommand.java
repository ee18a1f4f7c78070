package duban.local.command;

import duban.local.home.Disk;
import duban.local.home.ExitCode;
import duban.local.home.Home;
import duban.local.home.Installation;
import duban.local.home.Occupancy;
import duban.local.home.PortPlan;
import duban.local.home.Refusal;
import duban.local.home.Settings;
import duban.local.identity.LocalIssuer;
import duban.local.part.Parts;
import duban.local.process.BackOff;
import duban.local.process.Console;
import duban.local.process.Leftovers;
import duban.local.process.PartFailed;
import duban.local.process.PartStatus;
import duban.local.process.Supervisor;
import duban.local.sample.SampleLoader;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./duban up}. */
@Command(
    name = "up",
    description = {
      "Starts the whole system and stays with it until Ctrl-C.",
      "The first start loads the sample: two districts' year 2022, as of 30 June.",
      "DUBAN_PORT (default 8080) is the first of seven ports in a row, DUBAN_HOME (default .duban)"
          + " holds all data, DUBAN_TODAY fixes the system's day."
    },
    exitCodeList = {
      "0:it ran and was stopped; with --detach: it is up",
      "1:failed: the sentence says of what",
      "2:wrong usage"
    },
    footer = {
      "  ./duban up",
      "  ./duban up --detach",
      "  ./duban up --detach --json",
      "  DUBAN_PORT=9080 DUBAN_HOME=/var/tmp/second ./duban up --no-sample",
      "  ./duban up --without gateway"
    })
public final class UpCommand implements Callable<Integer> {

  @Option(names = "--no-sample", description = "Start empty, in the present.")
  private boolean noSample;

  @Option(names = "--detach", description = "Return when the system is up and leave it running.")
  private boolean detach;

  @Option(
      names = "--without",
      paramLabel = "PART",
      split = ",",
      description = "Leave parts out, to run them from an IDE: ${COMPLETION-CANDIDATES}.",
      completionCandidates = PartNames.class)
  private Set<String> without = Set.of();

  @Option(names = "--json", description = "For programs: one document when the system is up.")
  private boolean json;

  /**
   * What {@code --json} prints.
   *
   * @param seconds until it was up, the sample included
   */
  record Up(String home, String address, double seconds, List<PartStatus> parts) {}

  @Override
  public Integer call() throws Exception {
    Home home = Home.here();
    Console console = Console.beside(json);
    Instant start = Instant.now();
    refuseUnknownParts();
    Disk.prepare(home);
    if (detach) {
      new Detached(home, console).start(arguments());
      tell(home, start);
      return ExitCode.DONE;
    }
    try (Occupancy _ = Occupancy.take(home)) {
      return run(home, console, start);
    }
  }

  private int run(Home home, Console console, Instant start)
      throws IOException, InterruptedException {
    PortPlan ports = PortPlan.named().orElse(PortPlan.DEFAULT);
    LocalIssuer issuer = LocalIssuer.of(home);
    new Leftovers(home.run(), console).stop(Parts.NAMES);
    ports.requireFree();
    Files.createDirectories(home.path().resolve("log"));
    issuer.renewServiceToken();
    settle(home, ports);
    Installation installation = Installation.here();
    installation.markInUse();
    Supervisor supervisor = new Supervisor(home.run(), BackOff.DEFAULT, console);
    Lifetime lifetime = new Lifetime(home, supervisor, console, issuer);
    lifetime.begin(ports.gateway());
    console.say("Starting Duban in " + home.path());
    try {
      Parts parts = new Parts(home, installation, ports, issuer);
      new Ignition(parts, supervisor, console, without).run();
      console.say("Ready after " + Console.seconds(Duration.between(start, Instant.now())));
      loadSampleOnce(home, issuer, console);
      console.say(new Welcome(home.gateway(), issuer, home).text());
      lifetime.ready();
      tell(home, start);
      return lifetime.untilStopped();
    } catch (PartFailed failed) {
      throw new Refusal(failed.sentence());
    } finally {
      lifetime.stop();
    }
  }

  private void tell(Home home, Instant start) throws IOException {
    if (json) {
      Report report = Report.of(home);
      double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      Terminal.print(new Up(report.home(), report.address(), seconds, report.parts()));
    }
  }

  /** A load that was interrupted is taken up again at the next start: what is there stays. */
  private void loadSampleOnce(Home home, LocalIssuer issuer, Console console)
      throws InterruptedException {
    if (home.settings().sample() != Settings.Sample.UNDECIDED || !without.isEmpty()) {
      return;
    }
    console.say("Loading the sample (only at the first start)");
    new SampleLoader(home.gateway(), issuer, console.out()).load();
    home.settings().rememberSample(Settings.Sample.LOADED);
  }

  /** Fixes what later starts of the parts read. */
  private void settle(Home home, PortPlan ports) {
    Settings settings = home.settings();
    settings.rememberPort(ports);
    if (settings.sample() == Settings.Sample.UNDECIDED && noSample) {
      settings.rememberSample(Settings.Sample.DECLINED);
    }
    String named = System.getenv("DUBAN_TODAY");
    if (named != null && !named.isBlank()) {
      settings.rememberToday(Settings.day(named));
    } else if (settings.sample() == Settings.Sample.UNDECIDED && settings.today().isEmpty()) {
      settings.rememberToday(SampleLoader.SHOWN);
    }
  }

  private void refuseUnknownParts() {
    without.stream()
        .filter(name -> !Parts.NAMES.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new Refusal("no part is called " + name + ": " + String.join(", ", Parts.NAMES));
        });
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("up"));
    if (noSample) {
      arguments.add("--no-sample");
    }
    if (!without.isEmpty()) {
      arguments.addAll(List.of("--without", String.join(",", without)));
    }
    return arguments;
  }
}
