package duban.document.source;

import duban.contracts.Text;
import duban.document.source.reading.Limits;

/** A file that cannot be read, and why; the reason's words are fit for the person who sent it. */
public final class UnreadableDocument extends Exception {

  private static final long serialVersionUID = 1;

  private final Reason reason;

  public UnreadableDocument(Reason reason) {
    super(reason.words().en());
    this.reason = reason;
  }

  UnreadableDocument(Reason reason, Throwable cause) {
    super(reason.words().en(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public enum Reason {
    UNKNOWN_FORMAT(
        "无法识别的文件格式：请上传 .txt、.html、.docx、.doc 或 .pdf 文件",
        "The format is not known: send a .txt, .html, .docx, .doc or .pdf file"),
    /** The file itself, its pages or its text. */
    TOO_LARGE("文件过大：不得超过 %s MB、%s 页或 %s 个字符", "The file is above %s MB, %s pages or %s characters"),
    EXPANDS_TOO_MUCH("文件解压后过大，未予读取", "Unpacked, the file is too large to be read"),
    ENCRYPTED("文件已加密：请解除密码后重新上传", "The file wants a password: remove it and send the file again"),
    /** A scanned PDF, or a file with no words in it. */
    NO_TEXT(
        "文件中没有文字：如为扫描件，请先做文字识别（OCR），或上传原始文档",
        "The file has no text: if it is a scan, run text recognition (OCR) first, or send the"
            + " original document"),
    TAKES_TOO_LONG("文件过于复杂，未能在规定时间内读完", "The file is too complex to be read in time"),
    BROKEN("文件已损坏或不完整，无法读取", "The file is damaged or incomplete");

    private final Text words;

    Reason(String zh, String en) {
      this.words = new Text(withLimits(zh), withLimits(en));
    }

    public Text words() {
      return words;
    }

    private static String withLimits(String words) {
      Limits limits = Limits.STANDARD;
      return words.formatted(limits.fileBytes() >> 20, limits.pdfPages(), limits.textChars());
    }
  }
}
