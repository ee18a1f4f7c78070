package duban.local.command;

import duban.contracts.DistrictCode;
import duban.local.home.Home;
import duban.local.identity.LocalIssuer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./duban token}. */
@Command(name = "token", description = "Prints a bearer token for the system in DUBAN_HOME.")
public final class TokenCommand implements Callable<Integer> {

  private static final List<String> CITY_ROLES = List.of("city-admin", "city-viewer");
  private static final List<String> DISTRICT_ROLES =
      List.of("district-planner", "district-reporter", "district-viewer");
  private static final String PROVINCE = "320000";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "ROLE",
      description =
          "city-admin, city-viewer, district-planner, district-reporter or district-viewer")
  private String role;

  @Parameters(
      index = "1..*",
      paramLabel = "DISTRICT",
      description =
          "GB/T 2260 codes, such as 320412; a city's code stands for all below it. City roles have"
              + " 320000 unless told otherwise.")
  private List<String> districts = List.of();

  @Option(
      names = "--days",
      description = "How long it holds; default ${DEFAULT-VALUE}.",
      defaultValue = "30")
  private int days;

  @Override
  public Integer call() {
    check();
    List<String> over = districts.isEmpty() ? List.of(PROVINCE) : districts;
    System.out.println(LocalIssuer.of(Home.here()).token(role, Duration.ofDays(days), over));
    return 0;
  }

  private void check() {
    if (!CITY_ROLES.contains(role) && !DISTRICT_ROLES.contains(role)) {
      throw wrong("no role is called " + role);
    }
    if (DISTRICT_ROLES.contains(role) && districts.isEmpty()) {
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
