package duban.reporting.webhook;

import duban.reporting.webhook.Secrets.Unreadable;
import duban.reporting.webhook.WebhookStore.Kept;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * At the start, seals what is not sealed under the first key: secrets from before there was a key
 * file, and those of a key that was replaced. A key file that makes no sense ends the start here.
 */
@ApplicationScoped
class Sealing {

  private static final Logger LOG = Logger.getLogger(Sealing.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Pool pool;
  private final WebhookStore store;
  private final Secrets secrets;

  Sealing(Pool pool, WebhookStore store, Secrets secrets) {
    this.pool = pool;
    this.store = store;
    this.secrets = secrets;
  }

  void start(@Observes StartupEvent starting) {
    sealAll();
  }

  void sealAll() {
    for (Kept kept : store.secrets(pool).await().atMost(PATIENCE)) {
      if (secrets.isToBeSealed(kept.secret())) {
        seal(kept);
      }
    }
  }

  private void seal(Kept kept) {
    try {
      String sealed = secrets.seal(secrets.open(kept.secret()));
      store.reseal(pool, kept, sealed).await().atMost(PATIENCE);
    } catch (Unreadable unreadable) {
      LOG.errorf("webhook=%s needs another secret: %s", kept.webhook(), unreadable.getMessage());
    }
  }
}
