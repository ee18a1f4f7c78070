package duban.contracts.problem;

import duban.contracts.Text;
import java.util.Locale;

/** The stable types of every refusal; a type is added, never renamed. */
public enum ProblemType {
  MALFORMED_JSON(400, "不是合法的 JSON", "Not well-formed JSON"),
  INVALID_REQUEST(400, "请求有误", "Invalid request"),
  UNSAFE_PATH(400, "路径含有不允许的字符", "Path has characters that are not allowed"),
  UNAUTHENTICATED(401, "未登录或令牌无效", "No valid token"),
  FORBIDDEN(403, "没有权限", "Not permitted"),
  NOT_FOUND(404, "没有找到", "Not found"),
  METHOD_NOT_ALLOWED(405, "不支持该方法", "Method not allowed"),
  NOT_ACCEPTABLE(406, "没有所要的格式", "Format not available"),
  CONFLICT(409, "与现有内容冲突", "Conflict"),
  EVENT_ID_CONFLICT(409, "同一编号已有不同内容", "The id was used for other content"),
  UNEXPECTED_POSITION(409, "台账位置与预期不符", "The ledger is not where you expect it"),
  DRAFT_EXISTS(409, "已有该年度的计划", "There is a plan for that year already"),
  UNDER_REVIEW(409, "草稿正在核对", "The draft is under review"),
  UNDECIDED_PROPOSALS(409, "尚有未核对的目标", "Proposals are undecided"),
  PRECONDITION_FAILED(412, "内容已被他人修改", "Changed by somebody else"),
  TOO_LARGE(413, "内容过大", "Too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "不支持的内容类型", "Unsupported content type"),
  INVALID_PLAN(422, "计划有误", "Invalid plan"),
  INVALID_EVENT(422, "进展事件有误", "Invalid event"),
  UNKNOWN_TARGET(422, "没有这个目标", "Unknown target"),
  WRONG_KIND_OF_VALUE(422, "与目标类型不符", "Wrong kind of value for the target"),
  DATE_OUTSIDE_PLAN(422, "日期不在计划期内", "Date outside the plan"),
  FOREIGN_DISTRICT(422, "不属于本区县", "Belongs to another district"),
  UNKNOWN_EVENT(422, "没有这个事件", "Unknown event"),
  ALREADY_VOIDED(422, "该事件已作废", "Already voided"),
  WRONG_PROBLEM_STEP(422, "问题流转次序有误", "Not the problem's next step"),
  WRONG_ITEM_STEP(422, "工作项流转次序有误", "Not the work item's next step"),
  DOCUMENT_OF_UNKNOWN_FORMAT(422, "不认识的文件格式", "Document of unknown format"),
  DOCUMENT_EXPANDS_TOO_MUCH(422, "文件展开后过大", "Document expands too much"),
  DOCUMENT_ENCRYPTED(422, "文件已加密", "Document is encrypted"),
  DOCUMENT_WITHOUT_TEXT(422, "文件没有文字", "Document without text"),
  DOCUMENT_BROKEN(422, "文件已损坏", "Document is broken"),
  DOCUMENT_TAKES_TOO_LONG(422, "文件读取超时", "Document takes too long to read"),
  PLAN_CLOSED(422, "计划已办结", "The plan is closed"),
  PRECONDITION_REQUIRED(428, "请带上 If-Match", "If-Match is required"),
  TOO_MANY_REQUESTS(429, "请求过多，请稍后再试", "Too many requests, try later"),
  INTERNAL(500, "内部错误", "Internal error"),
  BAD_GATEWAY(502, "服务没有应答", "A service did not answer"),
  TRY_LATER(503, "系统繁忙，请稍后再试", "Busy, try later"),
  NOT_YET_APPLIED(503, "尚未汇总到该位置", "Not applied up to that position yet"),
  REBUILDING(503, "正在重新汇总", "The projections are being built");

  private static final String BASE = "https://duban.cn/problems/";

  private final int status;
  private final Text title;

  ProblemType(int status, String zh, String en) {
    this.status = status;
    this.title = new Text(zh, en);
  }

  public int status() {
    return status;
  }

  public Text title() {
    return title;
  }

  /** {@code https://duban.cn/problems/unknown-target}. */
  public String uri() {
    return BASE + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
