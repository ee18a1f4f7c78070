package duban.local.client;

import duban.local.home.Home;
import duban.local.identity.LocalIssuer;
import duban.local.terminal.Terminal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Whom a command speaks to. Without a word it is the system in DUBAN_HOME, for which tokens are
 * made with its own key; any other system is named and gives its tokens itself.
 */
public final class Connection {

  private static final String URL = "DUBAN_URL";
  private static final String TOKEN = "DUBAN_TOKEN";
  private static final Pattern LOOPBACK = Pattern.compile("127\\..*|localhost|\\[::1]");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Another system's gateway, such as https://duban.example.cn; default DUBAN_URL, else the"
              + " system in DUBAN_HOME.")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Bearer token for it; default DUBAN_TOKEN, which no list of processes shows. The system"
              + " in DUBAN_HOME needs none.")
  private @Nullable String token;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private final Map<String, String> environment = System.getenv();

  /**
   * @param role whose token is made where none is given
   * @param districts what it reaches
   */
  public GatewayClient as(String role, String... districts) {
    Home home = Home.here();
    URI gateway = given(url, URL).map(this::address).orElseGet(home::gateway);
    String bearer = given(token, TOKEN).orElseGet(() -> minted(home, gateway, role, districts));
    warnOfOpenWire(gateway);
    return new GatewayClient(gateway, bearer);
  }

  private String minted(Home home, URI gateway, String role, String... districts) {
    if (!gateway.equals(home.gateway())) {
      throw wrong(gateway + " needs a token of its own: set DUBAN_TOKEN, or give --token");
    }
    return LocalIssuer.of(home).token(role, districts);
  }

  private static void warnOfOpenWire(URI gateway) {
    boolean here = LOOPBACK.matcher(gateway.getHost()).matches();
    if (gateway.getScheme().equals("http") && !here) {
      Terminal.say("the token goes to " + gateway + " unencrypted: use https outside of tests");
    }
  }

  private Optional<String> given(@Nullable String option, String variable) {
    return Optional.ofNullable(option)
        .or(() -> Optional.ofNullable(environment.get(variable)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private URI address(String text) {
    try {
      URI address = new URI(text.replaceFirst("/$", ""));
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null && address.getPath().isEmpty()) {
        return address;
      }
    } catch (URISyntaxException malformed) {
      // Told below, like any other address that is none.
    }
    throw wrong("'" + text + "' is not a gateway's address such as https://duban.example.cn");
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
