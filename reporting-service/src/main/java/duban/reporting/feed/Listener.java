package duban.reporting.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.pubsub.PgSubscriber;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one connection of this replica on which PostgreSQL tells that there are newer changes. */
@ApplicationScoped
class Listener {

  private static final long RECONNECT_MILLIS = 250;

  private final PgSubscriber subscriber;

  Listener(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    PgConnectOptions options = PgConnectOptions.fromUri(url).setUser(user).setPassword(password);
    this.subscriber =
        PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
  }

  /**
   * @param called also after each reconnection, since calls may have been lost meanwhile
   */
  Uni<Void> listen(Runnable called) {
    subscriber.channel(FeedStore.CHANNEL).subscribeHandler(called).handler(number -> called.run());
    return subscriber.connect();
  }

  void close() {
    subscriber.closeAndForget();
  }
}
