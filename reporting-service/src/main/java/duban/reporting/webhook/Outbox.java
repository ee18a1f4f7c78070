package duban.reporting.webhook;

import duban.reporting.webhook.OutboxStore.Ended;
import duban.reporting.webhook.OutboxStore.Taken;
import io.quarkus.scheduler.Scheduled;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Looks for what is to be told and sends it, on worker and virtual threads, since it waits. */
@ApplicationScoped
class Outbox {

  private static final Logger LOG = Logger.getLogger(Outbox.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Pool pool;
  private final Gathering gathering;
  private final OutboxStore store;
  private final WebhookStore webhooks;
  private final Sender sender;
  private final WebhookSettings settings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Outbox(
      Pool pool,
      Gathering gathering,
      OutboxStore store,
      WebhookStore webhooks,
      Sender sender,
      WebhookSettings settings) {
    this.pool = pool;
    this.gathering = gathering;
    this.store = store;
    this.webhooks = webhooks;
    this.sender = sender;
    this.settings = settings;
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }

  @Scheduled(
      every = "${duban.webhooks.look-every:2s}",
      delayed = "${duban.webhooks.look-every:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      gathering.gather().await().atMost(PATIENCE);
      while (send() == settings.atOnce()) {
        LOG.debug("there may be more");
      }
    } catch (RuntimeException failure) {
      LOG.warnf("webhooks will be tried again: %s", failure);
    }
  }

  @Scheduled(every = "10m", delayed = "1m")
  void lookAtTheCalendar() {
    try {
      gathering.reportsDue().await().atMost(PATIENCE);
      store.trim(pool, settings.keepLog()).await().atMost(PATIENCE);
    } catch (RuntimeException failure) {
      LOG.warnf("webhooks will be tried again: %s", failure);
    }
  }

  private int send() {
    List<Taken> taken = store.take(pool, settings.atOnce()).await().atMost(PATIENCE);
    List<Future<?>> sent = new ArrayList<>();
    taken.forEach(one -> sent.add(threads.submit(() -> send(one))));
    for (Future<?> one : sent) {
      try {
        one.get();
      } catch (ExecutionException failure) {
        LOG.warnf("a message will be sent again: %s", failure.getCause());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return 0;
      }
    }
    return taken.size();
  }

  private void send(Taken taken) {
    Ended ended = sender.send(taken);
    store.ended(pool, taken, ended).await().atMost(PATIENCE);
    if (Sender.isGone(ended.status())) {
      webhooks
          .disable(pool, taken.webhook(), "the receiver answered 410 Gone")
          .await()
          .atMost(PATIENCE);
    }
  }
}
