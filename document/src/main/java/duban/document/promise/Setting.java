package duban.document.promise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the clauses before have set: once a sentence says how things stand (现有学校120所), the bare
 * figures that follow in it say so too.
 */
final class Setting {

  private static final Pattern STANDS = Pattern.compile("已[于经]|现有|共有|另有|目前|截至|下辖|基本情况|现状|概况");
  private static final Pattern YEAR =
      Pattern.compile("(?:在|到|截至|截止)?(20\\d\\d)年(?![^，]{0,12}(?:行动|计划|规划|方案|以来))");

  private static final Pattern DONE =
      Pattern.compile("(?:完成|建成|新增|实现|达到|增加|投入|改造|获得|取得|培养|引进|招聘|评选|创成)了|(?<![较比在])去年[^底]");
  private static final Pattern AHEAD = Pattern.compile("今年|年内|力争|确保|争取|计划|再增|[^以]后");

  private final @Nullable Integer year;
  private final boolean preamble;
  private int end = -1;
  private boolean past;
  private boolean stands;
  private @Nullable Clause clause;

  /**
   * @param year the plan's; what an earlier one brought is no promise
   * @param preamble whether the words introduce the plan, and tell how things stand
   */
  Setting(@Nullable Integer year, boolean preamble) {
    this.year = year;
    this.preamble = preamble;
  }

  void enter(Clause next) {
    if (next.from() > end) {
      past = false;
      stands = false;
      int stop = next.text().open().indexOf('。', next.from());
      end = stop < 0 ? next.text().open().length() : stop;
    }
    clause = next;
    past = isPast(next.words()) || (past && !AHEAD.matcher(next.open()).find());
    stands = stands || STANDS.matcher(next.open()).find() || next.words().startsWith("未来");
  }

  private boolean isPast(String words) {
    Matcher matcher = YEAR.matcher(words);
    return words.matches("(?:去年|上年|前年).*")
        || (year != null && matcher.lookingAt() && Integer.parseInt(matcher.group(1)) < year);
  }

  /** 完成了, 去年: it is done already. */
  private boolean isDone() {
    return clause != null && DONE.matcher(clause.open()).find();
  }

  /** Doubts a figure that states how things stand. */
  void doubt(Found found) {
    boolean bare = clause != null && Verbs.start(clause.open()) < 0;
    boolean told = stands || preamble;
    if (found.amount() != null && (past || (told && bare) || isDone())) {
      found.doubting(Doubtful.STATE, 55);
    }
  }
}
