package duban.plans.document;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.document.source.UnreadableDocument.Reason;
import java.util.List;

/** Why a document was not read, as an answer: a type for each reason, in the reader's words. */
final class Unread {

  static final Problem BUSY =
      Problem.of(
          ProblemType.TRY_LATER, "正在读取其他文件，请稍后再试。", "Other documents are being read; try later.");

  private Unread() {}

  static Problem because(Reason reason) {
    return new Problem(type(reason), reason.words(), List.of());
  }

  private static ProblemType type(Reason reason) {
    return switch (reason) {
      case UNKNOWN_FORMAT -> ProblemType.DOCUMENT_OF_UNKNOWN_FORMAT;
      case TOO_LARGE -> ProblemType.TOO_LARGE;
      case EXPANDS_TOO_MUCH -> ProblemType.DOCUMENT_EXPANDS_TOO_MUCH;
      case ENCRYPTED -> ProblemType.DOCUMENT_ENCRYPTED;
      case NO_TEXT -> ProblemType.DOCUMENT_WITHOUT_TEXT;
      case TAKES_TOO_LONG -> ProblemType.DOCUMENT_TAKES_TOO_LONG;
      case BROKEN -> ProblemType.DOCUMENT_BROKEN;
    };
  }
}
