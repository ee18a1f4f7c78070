package duban.reporting.rebuild;

import static duban.reporting.rebuild.Rebuilder.await;

import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * At the start: serves this version's tables if they are there. If there are none of any version
 * they begin empty and Kafka fills them; if there are others', these are built beside them while
 * the older replicas serve theirs.
 */
@ApplicationScoped
class Opening {

  private static final Logger LOG = Logger.getLogger(Opening.class);

  /** Before the calendar opens, which reads the tables, and before the consumers start. */
  private static final int FIRST = -10;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Pool pool;
  private final ProjectionVersion version;
  private final ProjectionSchemas schemas;
  private final RebuildStore store;
  private final Rebuilds rebuilds;
  private final Serving serving;

  Opening(
      Pool pool,
      ProjectionVersion version,
      ProjectionSchemas schemas,
      RebuildStore store,
      Rebuilds rebuilds,
      Serving serving) {
    this.pool = pool;
    this.version = version;
    this.schemas = schemas;
    this.store = store;
    this.rebuilds = rebuilds;
    this.serving = serving;
  }

  void open(@Observes @Priority(FIRST) StartupEvent starting) {
    SqlConnection alone = await(pool.getConnection());
    try {
      await(store.openAlone(alone));
      if (isBuiltOrFirst()) {
        serving.begin();
      } else {
        Thread.ofVirtual().name("build").start(this::build);
      }
      await(store.opened(alone));
    } finally {
      alone.closeAndForget();
    }
  }

  private boolean isBuiltOrFirst() {
    if (await(store.isBuilt(pool, version))) {
      return true;
    }
    boolean others = await(store.hasOthers(pool));
    if (!await(store.isThere(pool, version.schema()))) {
      // Also where they are to be built: what is read meanwhile finds no row, instead of no table.
      schemas.make(version.schema());
    }
    if (!others) {
      await(store.markBuilt(pool, version));
    }
    return !others;
  }

  /** Until they are built, by this replica or another; what fails is begun anew. */
  private void build() {
    LOG.infof("these projections are not built yet: version=%d", version.number());
    while (!serving.hasBegun()) {
      try {
        if (await(store.isBuilt(pool, version))) {
          serving.begin();
        } else {
          rebuilds
              .follow(rebuilds.begin(false))
              .onItem()
              .invoke(serving::isBuilding)
              .collect()
              .last()
              .await()
              .indefinitely();
        }
      } catch (RuntimeException failure) {
        LOG.warnf("building will be tried again: %s", failure);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
