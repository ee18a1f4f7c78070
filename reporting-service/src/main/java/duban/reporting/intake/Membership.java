package duban.reporting.intake;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who this replica is in its consumer groups: its host and port, the same after every restart. The
 * broker then gives it its partitions back at once when it comes back from a kill -9, instead of
 * waiting for the dead member's session to end.
 */
@ApplicationScoped
class Membership {

  @Produces
  @ApplicationScoped
  @Identifier("member")
  Map<String, Object> member(@ConfigProperty(name = "quarkus.http.port") int port) {
    return Map.of(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, host() + "-" + port);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
