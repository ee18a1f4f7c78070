package duban.door;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a service (its database, a peer) is away. That is no bug: the caller may come
 * again, and the log is spared, since readiness says it and every caller would say it again.
 */
public final class Outage {

  static final Problem PROBLEM =
      Problem.of(
          ProblemType.TRY_LATER,
          "后面的部件暂时没有应答，请稍后再试。",
          "Something behind this service does not answer just now; please try again shortly.");

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int DEEPEST_CAUSE = 10;

  /** SQLSTATE's class of all that is wrong with the connection itself. */
  private static final String CONNECTION_EXCEPTION = "08";

  /** Ended by its operator, by a crash, not yet started, out of connections. */
  private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

  /** The pool's only marks for it, to a borrower and to a query: its classes are no one's own. */
  private static final Set<String> NO_CONNECTION_IN_TIME =
      Set.of("Timeout", "Timeout waiting for connection");

  /** A connection's word to a query that came between its end and its leaving the pool. */
  private static final String CLOSED_BEFORE_ITS_QUERY = "Connection is not active now";

  private Outage() {}

  /** Whether it began with a connection that was refused, broke, or was not to be had in time. */
  public static boolean isBehind(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (isOne(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * What is asked of the part behind; null when it has not told in three seconds, whatever is wrong
   * with it. For whoever must answer while it is away. Blocks.
   */
  public static <T> @Nullable T orNull(Uni<T> asked) {
    return asked
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
  }

  private static boolean isOne(Throwable cause) {
    return switch (cause) {
      case SocketException _, ClosedChannelException _ -> true;
      case ClosedConnectionException _, ConnectionPoolTooBusyException _ -> true;
      case DatabaseException database -> isAway(database.getSqlState());
      // Hibernate Reactive hands the database's word on in the terms of JDBC.
      case SQLException database -> isAway(database.getSQLState());
      case VertxException _, NoStackTraceThrowable _ -> isNoConnection(cause.getMessage());
      default -> false;
    };
  }

  private static boolean isNoConnection(@Nullable String message) {
    return message != null
        && (NO_CONNECTION_IN_TIME.contains(message) || message.startsWith(CLOSED_BEFORE_ITS_QUERY));
  }

  private static boolean isAway(@Nullable String sqlState) {
    return sqlState != null
        && (sqlState.startsWith(CONNECTION_EXCEPTION) || AWAY.contains(sqlState));
  }
}
