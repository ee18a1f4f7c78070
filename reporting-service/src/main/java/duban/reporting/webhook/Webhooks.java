package duban.reporting.webhook;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Webhooks as their owners keep them. */
@ApplicationScoped
class Webhooks {

  private static final int SECRET_BYTES = 32;
  private static final int MOST_URL_CHARS = 2_000;

  private final SecureRandom random = new SecureRandom();
  private final Pool pool;
  private final WebhookStore store;
  private final OutboxStore outbox;
  private final Secrets secrets;
  private final WebhookSettings settings;

  Webhooks(
      Pool pool,
      WebhookStore store,
      OutboxStore outbox,
      Secrets secrets,
      WebhookSettings settings) {
    this.pool = pool;
    this.store = store;
    this.outbox = outbox;
    this.secrets = secrets;
    this.settings = settings;
  }

  /** A webhook with its secret, which is shown this once. */
  public record WithSecret(Webhook webhook, String secret) {}

  Uni<WithSecret> create(String scope, String url, List<String> events, String by) {
    check(url, events);
    String secret = secret();
    return store
        .create(pool, scope, url, events, secrets.seal(secret), by, settings.mostOfAScope())
        .onItem()
        .ifNull()
        .failWith(() ->
            ProblemException.of(
                ProblemType.CONFLICT,
                "该范围的回调已达 " + settings.mostOfAScope() + " 个。",
                "The scope has " + settings.mostOfAScope() + " webhooks already."))
        .map(made -> new WithSecret(made, secret));
  }

  Uni<List<Webhook>> of(Collection<String> scopes) {
    return store.of(pool, scopes);
  }

  Uni<Webhook> one(String id) {
    return found(store.one(pool, id), id);
  }

  Uni<Webhook> change(
      Webhook before,
      @Nullable String url,
      @Nullable List<String> events,
      @Nullable Boolean enabled) {
    String to = url == null ? before.url() : url;
    List<String> of = events == null ? before.events() : events;
    check(to, of);
    boolean on = enabled == null ? before.enabled() : enabled;
    return found(store.change(pool, before.id(), to, of, on), before.id());
  }

  Uni<WithSecret> rotate(String id) {
    String secret = secret();
    return found(store.rotate(pool, id, secrets.seal(secret)), id)
        .map(made -> new WithSecret(made, secret));
  }

  Uni<Void> delete(String id) {
    return store.delete(pool, id);
  }

  Uni<List<DeliveryRow>> log(String id, @Nullable String after, int limit) {
    return outbox.log(pool, id, after, limit);
  }

  Uni<Void> again(String id, String delivery) {
    return outbox
        .again(pool, id, delivery)
        .chain(known ->
            known ? Uni.createFrom().voidItem() : Uni.createFrom().failure(unknown(delivery)));
  }

  /** The name is asked for when a message goes out, and each time anew. */
  private void check(String url, List<String> events) {
    if (events.isEmpty() || !WebhookEvent.words().containsAll(events)) {
      throw invalid(
          "/events",
          "events 应取自：" + String.join("、", WebhookEvent.words()) + "。",
          "events must be of: " + String.join(", ", WebhookEvent.words()) + ".");
    }
    try {
      if (url.length() > MOST_URL_CHARS) {
        throw new Destination.Refused("longer than " + MOST_URL_CHARS + " characters");
      }
      Destination.read(url, settings.allowPrivate());
    } catch (Destination.Refused refused) {
      throw invalid(
          "/url", "不能回调该地址。", "That address cannot be called: " + refused.getMessage() + ".");
    }
  }

  private static ProblemException invalid(String pointer, String zh, String en) {
    return ProblemException.at(ProblemType.INVALID_REQUEST, pointer, zh, en);
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  private static Uni<Webhook> found(Uni<@Nullable Webhook> webhook, String id) {
    return webhook.onItem().ifNull().failWith(() -> unknown(id));
  }

  private static ProblemException unknown(String id) {
    return ProblemException.of(ProblemType.NOT_FOUND, "没有 " + id + "。", "There is no " + id + ".");
  }
}
