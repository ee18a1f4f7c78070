package duban.local.part;

import duban.ground.postgres.PostgresServer;
import duban.local.home.PortPlan;
import duban.local.identity.LocalIssuer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment variables of a service; in production a chart or a compose file gives the same
 * ones.
 *
 * @param today the fixed day of the whole system
 */
record Environment(
    PortPlan ports,
    Path jwks,
    Path serviceToken,
    Path evidence,
    Path webhooksKey,
    String password,
    Optional<LocalDate> today) {

  private static final String LOOPBACK = "127.0.0.1";

  Map<String, String> of(Service service) {
    Map<String, String> all = new TreeMap<>();
    all.put("QUARKUS_HTTP_HOST", LOOPBACK);
    all.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(ports)));
    all.put("DUBAN_JWKS", jwks.toString());
    all.put("DUBAN_ISSUER", LocalIssuer.ISSUER);
    all.put("DUBAN_SERVICE_TOKEN_FILE", serviceToken.toString());
    all.put("DUBAN_PLANS_URL", url(ports.plans()));
    all.put("DUBAN_PROGRESS_URL", url(ports.progress()));
    all.put("DUBAN_REPORTING_URL", url(ports.reporting()));
    today.ifPresent(day -> all.put("DUBAN_TODAY", day.toString()));
    if (service == Service.PROGRESS) {
      all.put("DUBAN_EVIDENCE_FOLDER", evidence.toString());
    }
    if (service == Service.REPORTING) {
      all.put("DUBAN_WEBHOOK_KEY_FILE", webhooksKey.toString());
    }
    service.database().ifPresent(database -> all.putAll(stores(database)));
    // One arena a core is glibc's habit; a small JVM pays for each in resident memory.
    all.put("MALLOC_ARENA_MAX", "2");
    return all;
  }

  private Map<String, String> stores(String database) {
    return Map.of(
        "DUBAN_DB_HOST",
        LOOPBACK,
        "DUBAN_DB_PORT",
        Integer.toString(ports.postgres()),
        "DUBAN_DB_NAME",
        database,
        "DUBAN_DB_USER",
        PostgresServer.USER,
        "DUBAN_DB_PASSWORD",
        password,
        "DUBAN_KAFKA",
        LOOPBACK + ":" + ports.kafka(),
        // JDBC is for the migrations at the start; each connection left open costs 14 MB.
        "QUARKUS_DATASOURCE_JDBC_IDLE_REMOVAL_INTERVAL",
        "20S");
  }

  private static String url(int port) {
    return "http://" + LOOPBACK + ":" + port;
  }
}
