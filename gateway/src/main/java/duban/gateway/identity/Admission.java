package duban.gateway.identity;

import duban.contracts.DistrictCode;
import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.door.Roles;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a visitor may ask for, as far as the request's line alone can tell: the role, and that every
 * district it names is the visitor's. What a body names is the service's to judge.
 */
public final class Admission {

  /** Every role that Duban knows; a token with none of them opens nothing. */
  public static final Set<String> ANY_ROLE =
      Set.of(
          Roles.CITY_ADMIN,
          Roles.CITY_VIEWER,
          Roles.DISTRICT_PLANNER,
          Roles.DISTRICT_REPORTER,
          Roles.DISTRICT_VIEWER);

  /** What was issued about a division is for those in it too; the service shows no others. */
  private static final String ISSUES = "/api/v1/issues";

  private Admission() {}

  /**
   * @throws ProblemException FORBIDDEN
   */
  public static void check(RoutingContext context, Visitor visitor, Set<String> roles) {
    checkRole(visitor, roles);
    boolean upwards = context.normalizedPath().equals(ISSUES);
    districts(context)
        .filter(code -> !visitor.covers(code) && !(upwards && visitor.liesIn(code)))
        .findFirst()
        .ifPresent(code -> {
          throw outOfReach(code);
        });
  }

  private static ProblemException outOfReach(String code) {
    if (!DistrictCode.isValid(code)) {
      return ProblemException.of(
          ProblemType.FORBIDDEN,
          "所指对象不在您的令牌所含的区划之内。",
          "What is named here lies in no district that your token reaches.");
    }
    return ProblemException.of(
        ProblemType.FORBIDDEN,
        "您的令牌不包含区划 " + code + "。",
        "Your token does not reach district " + code + ".");
  }

  static void checkRole(Visitor visitor, Set<String> roles) {
    if (Collections.disjoint(visitor.roles(), roles)) {
      throw ProblemException.of(
          ProblemType.FORBIDDEN, "您的角色不能做这件事。", "Your role does not permit this.");
    }
  }

  /** Every district that the path or the query names; a parameter may be given several times. */
  private static Stream<String> districts(RoutingContext context) {
    return Stream.of(
            path(context, "code"),
            path(context, "plan").map(Plan::districtOf),
            path(context, "target").map(Plan::districtOf),
            path(context, "item").map(Plan::districtOf),
            path(context, "ledger").filter(key -> !key.equals(Ledgers.key(Ledgers.CATALOGUE))),
            query(context, "with").map(Plan::districtOf),
            query(context, "scope"),
            query(context, "district"))
        .flatMap(codes -> codes);
  }

  private static Stream<String> path(RoutingContext context, String name) {
    return Stream.ofNullable(context.pathParam(name));
  }

  private static Stream<String> query(RoutingContext context, String name) {
    return context.queryParam(name).stream();
  }
}
