package duban.gateway.limit;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts what is under way, and turns away what would be too much before it costs anything. */
@ApplicationScoped
public class InFlight {

  private static final Problem BUSY =
      Problem.of(
          ProblemType.TRY_LATER,
          "同时处理的请求已达上限，请稍后再试。",
          "As many requests are under way as allowed; try again in a moment.");
  private static final Problem TOO_MANY_STREAMS =
      Problem.of(
          ProblemType.TOO_MANY_REQUESTS,
          "该用户打开的实时连接过多，请先关闭一些。",
          "You hold too many live streams; close some first.");

  private final LimitSettings settings;
  private final AtomicInteger requests;
  private final AtomicInteger streams;
  private final Map<String, Integer> streamsOfCaller = new ConcurrentHashMap<>();

  @Inject
  InFlight(LimitSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.requests = meters.gauge("duban.gateway.requests", new AtomicInteger());
    this.streams = meters.gauge("duban.gateway.streams", new AtomicInteger());
  }

  /**
   * A place for a request, held until its answer has ended.
   *
   * @throws ProblemException TRY_LATER, when too many are under way
   */
  public Place forRequest(RoutingContext context) {
    take(context, requests, settings.requests());
    return new Place(requests::decrementAndGet);
  }

  /**
   * A place for a stream, held until either side closes it.
   *
   * @throws ProblemException TOO_MANY_REQUESTS or TRY_LATER, when too many are open
   */
  public Place forStream(RoutingContext context, String caller) {
    take(context, streams, settings.streams());
    if (streamsOfCaller.merge(caller, 1, Integer::sum) > settings.streamsPerCaller()) {
      endStream(caller);
      throw refusal(context, TOO_MANY_STREAMS);
    }
    return new Place(() -> endStream(caller));
  }

  private static void take(RoutingContext context, AtomicInteger count, int limit) {
    if (count.incrementAndGet() > limit) {
      count.decrementAndGet();
      throw refusal(context, BUSY);
    }
  }

  private void endStream(String caller) {
    streams.decrementAndGet();
    streamsOfCaller.computeIfPresent(caller, (same, count) -> lessOne(count));
  }

  private static @Nullable Integer lessOne(int count) {
    return count > 1 ? count - 1 : null;
  }

  private static ProblemException refusal(RoutingContext context, Problem problem) {
    context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
    return new ProblemException(problem);
  }
}
