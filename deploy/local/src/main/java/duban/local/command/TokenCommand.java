package duban.local.command;

import duban.contracts.DistrictCode;
import duban.local.client.DistrictCodes;
import duban.local.home.ExitCode;
import duban.local.home.Home;
import duban.local.identity.LocalIssuer;
import duban.local.identity.Roles;
import duban.local.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./duban token}. */
@Command(
    name = "token",
    description = "Prints a bearer token for the system in DUBAN_HOME.",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
    footer = {
      "  ./duban token city-admin",
      "  ./duban token district-reporter 320412 --days 1",
      "  ./duban token city-viewer 320400 --json"
    })
public final class TokenCommand implements Callable<Integer> {

  private static final String PROVINCE = "320000";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ROLE",
      completionCandidates = Roles.class,
      description = "${COMPLETION-CANDIDATES}.")
  private String role;

  @Parameters(
      index = "1..*",
      paramLabel = "DISTRICT",
      completionCandidates = DistrictCodes.class,
      description =
          "GB/T 2260 codes, such as 320412; a city's code stands for all below it. City roles have"
              + " 320000 unless told otherwise.")
  private List<String> districts = List.of();

  @Option(
      names = "--days",
      description = "How long it holds; default ${DEFAULT-VALUE}.",
      defaultValue = "30")
  private int days;

  @Option(names = "--json", description = "Print it with what it is good for.")
  private boolean json;

  /** What {@code --json} prints. */
  record Printed(String token, String role, List<String> districts, Instant expiresAt) {}

  @Override
  public Integer call() throws IOException {
    check();
    List<String> over = districts.isEmpty() ? List.of(PROVINCE) : districts;
    Duration lifetime = Duration.ofDays(days);
    String token = LocalIssuer.of(Home.here()).token(role, lifetime, over);
    if (json) {
      Terminal.print(new Printed(token, role, over, Instant.now().plus(lifetime)));
    } else {
      System.out.println(token);
    }
    return ExitCode.DONE;
  }

  private void check() {
    if (!Roles.isRole(role)) {
      throw wrong("no role is called " + role);
    }
    if (Roles.isOfADistrict(role) && districts.isEmpty()) {
      throw wrong(role + " needs a district, such as 320412");
    }
    districts.stream()
        .filter(code -> !DistrictCode.isValid(code))
        .findFirst()
        .ifPresent(code -> {
          throw wrong(code + " is not a district's code of six digits");
        });
    if (days < 1) {
      throw wrong("a token holds for at least a day");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
