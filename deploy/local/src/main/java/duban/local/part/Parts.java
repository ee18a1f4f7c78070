package duban.local.part;

import duban.local.home.Home;
import duban.local.home.Installation;
import duban.local.home.PortPlan;
import duban.local.home.Staging;
import duban.local.identity.LocalIssuer;
import duban.local.process.Part;
import java.io.IOException;
import java.util.Arrays;
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

  public Part postgres() throws IOException {
    return PostgresPart.of(home, ports.postgres());
  }

  public Part kafka() {
    return KafkaPart.of(home, ports);
  }

  public Part service(Service service) throws IOException {
    Staging.take(installation.service(service.module()), home.app(service.module()));
    String password = PostgresPart.password(home);
    return ServicePart.of(service, home, service.port(ports), () -> environment(service, password));
  }

  /** Asked at each start, because the day may have moved since the last one. */
  private Map<String, String> environment(Service service, String password) {
    return new Environment(
            ports,
            issuer.jwks(),
            issuer.serviceToken(),
            home.evidence(),
            password,
            home.settings().today())
        .of(service);
  }
}
