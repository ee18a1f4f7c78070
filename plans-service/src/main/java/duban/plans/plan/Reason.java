package duban.plans.plan;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.door.StrictJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a plan is amended or closed; the whole body may be left out. */
@Schema(name = "ReasonGiven")
public record Reason(@Nullable String reason) {

  private static final int LONGEST = 1_000;

  static @Nullable String in(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return null;
    }
    String reason = StrictJson.read(body, Reason.class).reason();
    if (reason != null && (reason.isBlank() || reason.length() > LONGEST)) {
      throw ProblemException.at(
          ProblemType.INVALID_REQUEST,
          "/reason",
          "应有 1 至 " + LONGEST + " 个字符。",
          "Must have 1 to " + LONGEST + " characters.");
    }
    return reason;
  }
}
