package duban.document.promise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the clauses before have set: once a sentence says how things stand (现有学校120所), the bare
 * figures that follow in it say so too.
 */
final class Setting {

  private static final Pattern STANDS = Pattern.compile("现有|共有|另有|目前|截至|下辖|基本情况|现状|概况");
  private static final Pattern YEAR =
      Pattern.compile("(?:在|到|截至|截止)?(20\\d\\d)年(?![^，]{0,12}(?:行动|计划|规划|方案|以来))");

  private static final Pattern AHEAD = Pattern.compile("今年|年内|力争|确保|争取|计划|再增|[^以]后");

  private final @Nullable Integer year;
  private int end = -1;
  private boolean past;
  private boolean stands;
  private @Nullable Clause clause;

  /**
   * @param year the plan's; what an earlier one brought is no promise
   */
  Setting(@Nullable Integer year) {
    this.year = year;
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
    stands = stands || STANDS.matcher(next.open()).find();
  }

  private boolean isPast(String words) {
    Matcher matcher = YEAR.matcher(words);
    return words.matches("(?:去年|上年|前年).*")
        || (year != null && matcher.lookingAt() && Integer.parseInt(matcher.group(1)) < year);
  }

  /** Doubts a figure that states how things stand. */
  void doubt(Found found) {
    boolean bare = clause != null && Verbs.start(clause.open()) < 0;
    if (found.amount() != null && (past || (stands && bare))) {
      found.doubting(Doubtful.STATE, 55);
    }
  }
}
