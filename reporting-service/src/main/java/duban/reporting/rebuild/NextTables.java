package duban.reporting.rebuild;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Connections that look into the tables being rebuilt. They are no connections of the service's own
 * pool with another path: one that went back there by mistake would write where nobody reads.
 */
@ApplicationScoped
class NextTables {

  private final Vertx vertx;
  private final ProjectionVersion version;
  private final PgConnectOptions options;

  NextTables(
      Vertx vertx,
      ProjectionVersion version,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.vertx = vertx;
    this.version = version;
    this.options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
  }

  /**
   * For one rebuild, which closes it.
   *
   * <p>Nothing waits for the disk on the way: what a crash loses of it is dropped anyway. The
   * switch's own commit waits, and with it all before. Nor does a sort or a sum of it take a second
   * core from those who ask meanwhile.
   */
  Pool open(int connections) {
    PgConnectOptions next =
        new PgConnectOptions(options)
            .setCachePreparedStatements(true)
            .addProperty("search_path", version.next() + ",public")
            .addProperty("application_name", "duban-rebuild")
            .addProperty("synchronous_commit", "off")
            .addProperty("max_parallel_workers_per_gather", "0")
            .addProperty("max_parallel_maintenance_workers", "0");
    return Pool.newInstance(
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(connections).setIdleTimeout(0))
            .connectingTo(next)
            .using(vertx.getDelegate())
            .build());
  }
}
