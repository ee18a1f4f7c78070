package duban.local.part;

import duban.ground.OwnerOnly;
import duban.local.home.Home;
import duban.local.home.Installation;
import duban.local.home.PortPlan;
import duban.local.home.Staging;
import duban.local.identity.LocalIssuer;
import duban.local.process.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The parts of the system of one home on one set of ports. */
public record Parts(Home home, Installation installation, PortPlan ports, LocalIssuer issuer) {

  /** In the order in which they are started and shown; they are stopped in the reverse order. */
  public static final List<String> NAMES =
      Stream.concat(
              Stream.of(PostgresPart.NAME, KafkaPart.NAME),
              Arrays.stream(Service.values()).map(Service::module))
          .toList();

  private static final String WEBHOOKS_KEY = "webhooks.key";
  private static final int WEBHOOKS_KEY_BYTES = 32;

  public Part postgres() throws IOException {
    return PostgresPart.of(home, ports.postgres());
  }

  public Part kafka() {
    return KafkaPart.of(home, ports);
  }

  public Part service(Service service) throws IOException {
    Staging.take(installation.service(service.module()), home.app(service.module()));
    String password = PostgresPart.password(home);
    makeWebhooksKey();
    return ServicePart.of(service, home, service.port(ports), () -> environment(service, password));
  }

  /** Under which reporting-service keeps the webhooks' secrets; it must outlive its database. */
  private void makeWebhooksKey() throws IOException {
    Path file = home.key(WEBHOOKS_KEY);
    if (!Files.exists(file)) {
      byte[] key = new byte[WEBHOOKS_KEY_BYTES];
      new SecureRandom().nextBytes(key);
      OwnerOnly.write(file, Base64.getEncoder().encodeToString(key) + "\n");
    }
  }

  /** Asked at each start, because the day may have moved since the last one. */
  private Map<String, String> environment(Service service, String password) {
    return new Environment(
            ports,
            issuer.jwks(),
            issuer.serviceToken(),
            home.evidence(),
            home.key(WEBHOOKS_KEY),
            password,
            home.settings().today())
        .of(service);
  }
}
