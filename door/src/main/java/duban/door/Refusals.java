package duban.door;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;

/** What to say when the framework, and none of our own code, refuses a request. */
final class Refusals {

  private Refusals() {}

  static Problem unauthenticated() {
    return Problem.of(
        ProblemType.UNAUTHENTICATED,
        "请在 Authorization 中带上有效的 Bearer 令牌。",
        "Send a valid bearer token in Authorization.");
  }

  static Problem forbidden() {
    return Problem.of(ProblemType.FORBIDDEN, "您的角色不能做这件事。", "Your role does not permit this.");
  }

  static Problem unknownPath() {
    return Problem.of(ProblemType.NOT_FOUND, "没有这个地址。", "There is nothing at this address.");
  }

  static Problem tooLarge(long limitBytes) {
    return Problem.of(
        ProblemType.TOO_LARGE,
        "请求体不得超过 " + limitBytes + " 字节。",
        "The body may have at most " + limitBytes + " bytes.");
  }

  static Problem badParameter() {
    return Problem.of(
        ProblemType.INVALID_REQUEST, "地址中的参数有误。", "A parameter of the address is wrong.");
  }

  /** For any status from 400 up that the framework answers with. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> unauthenticated();
      case 403 -> forbidden();
      case 404 -> unknownPath();
      case 405 ->
          Problem.of(
              ProblemType.METHOD_NOT_ALLOWED,
              "该地址不支持这个方法。",
              "This address does not take the method.");
      case 406 ->
          Problem.of(
              ProblemType.NOT_ACCEPTABLE,
              "不能按 Accept 所要的格式回答。",
              "Cannot answer in any format that Accept names.");
      case 409 -> Problem.of(ProblemType.CONFLICT, "与现有内容冲突。", "Conflicts with what is there.");
      case 412 ->
          Problem.of(ProblemType.PRECONDITION_FAILED, "内容已改变。", "It has changed meanwhile.");
      case 413 -> Problem.of(ProblemType.TOO_LARGE, "请求体过大。", "The body is too large.");
      case 415 ->
          Problem.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "该地址不接受这种 Content-Type。",
              "This address does not take that Content-Type.");
      case 429 -> Problem.of(ProblemType.TOO_MANY_REQUESTS, "请稍后再试。", "Please try again later.");
      case 503 -> Problem.of(ProblemType.TRY_LATER, "请稍后再试。", "Please try again later.");
      case 502, 504 ->
          Problem.of(ProblemType.BAD_GATEWAY, "后面的服务没有应答。", "A service behind did not answer.");
      default ->
          status >= 500
              ? Problem.of(ProblemType.INTERNAL, "系统内部出错。", "Something went wrong on our side.")
              : Problem.of(ProblemType.INVALID_REQUEST, "请求有误。", "The request is wrong.");
    };
  }
}
