package duban.gateway.route;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemWriter;
import duban.gateway.Turn;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Stops every request whose raw target could be read in two ways, whatever it asks for. */
@ApplicationScoped
class SafePaths {

  private static final Problem UNSAFE =
      Problem.of(
          ProblemType.UNSAFE_PATH,
          "路径不得含有 ;、//、..、反斜杠、控制字符、非 ASCII 字节或其转义形式。",
          "A path has no ;, //, .., backslash, control character or raw non-ASCII byte, nor any of"
              + " them escaped.");

  /** As a failure handler too, since the router fails what it cannot make a path of by itself. */
  void register(@Observes Router router) {
    router.route().order(Turn.SAFE_PATH).handler(SafePaths::check).failureHandler(SafePaths::check);
    router.errorHandler(400, context -> ProblemWriter.write(context, UNSAFE));
  }

  private static void check(RoutingContext context) {
    if (RawTarget.isSafe(context.request().uri())) {
      context.next();
    } else {
      ProblemWriter.write(context, UNSAFE);
    }
  }
}
