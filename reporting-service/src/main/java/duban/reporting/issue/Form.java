package duban.reporting.issue;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms that a paper comes in. */
enum Form {
  JSON("application/json"),
  DOCX(Form.WORD),
  XLSX(Form.EXCEL);

  static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String mediaType;

  Form(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param format the word of an address, which a link in a browser can carry; it wins
   * @param accepted media types without parameters, the best liked first
   */
  static Form of(@Nullable String format, List<String> accepted) {
    if (format != null) {
      for (Form form : values()) {
        if (form.suffix().equals(format)) {
          return form;
        }
      }
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST,
          "format 应为 json、docx 或 xlsx。",
          "format must be json, docx or xlsx.");
    }
    for (String type : accepted) {
      for (Form form : values()) {
        if (form.mediaType.equals(type)) {
          return form;
        }
      }
    }
    return JSON;
  }
}
