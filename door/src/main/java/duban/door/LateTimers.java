package duban.door;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps the pool's forgotten timers out of the log. When a query gets no connection because the
 * database is away, the pool fails it at once, and once more, as an error with a trace, when its
 * timer runs out half a minute later, for each such query (vertx-sql-client, issue 1706). The
 * caller was answered long before, and what it was told is in {@link Outage}.
 */
@LoggingFilter(name = "late-timers")
public final class LateTimers implements Filter {

  private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";

  @Override
  public boolean isLoggable(LogRecord record) {
    return !(record.getThrown() instanceof IllegalStateException failed && isOfThePool(failed));
  }

  private static boolean isOfThePool(IllegalStateException failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    return trace.length > 1
        && trace[0].getClassName().equals("io.vertx.core.Promise")
        && trace[1].getClassName().equals(POOL);
  }
}
