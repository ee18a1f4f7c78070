package duban.document.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words between two signs.
 *
 * @param previous where the clause before begins, where only a comma stands between; else {@code
 *     from}
 * @param from in the paragraph's words
 * @param to exclusive, without the sign
 */
record Clause(Veiled text, int previous, int from, int to) {

  private static final Pattern DAY =
      Pattern.compile(
          "(?:在|于|到|至|确保|力争)*(?:今年|本年度?|明年)?(?:20\\d\\d年|\\d{1,2}月|\\d{1,2}日|[一二三四]季度|上半年|下半年|秋季|春季|秋|春|暑期|暑假|寒假|年)*(?:学期)?(?:开学)?(?:底|末|初|内|上旬|中旬|下旬)?(?:之?前|以前)?(?=.)");

  /** Longer than a clause is, whatever a file without any comma may hold. */
  private static final int LONGEST = 400;

  private static final String ENDS = "。！？；，：";

  static List<Clause> of(Veiled text, int from) {
    List<Clause> clauses = new ArrayList<>();
    int start = from;
    int previous = from;
    for (int i = from; i <= text.open().length(); i++) {
      boolean end = i == text.open().length() || i - start >= LONGEST;
      char c = end ? '。' : text.open().charAt(i);
      if (ENDS.indexOf(c) >= 0) {
        if (i > start) {
          clauses.add(new Clause(text, previous, start, i));
        }
        boolean comma = i > start && c == '，';
        int ended = start;
        start = i < text.open().length() && ENDS.indexOf(text.open().charAt(i)) < 0 ? i : i + 1;
        previous = comma ? ended : start;
      }
    }
    return clauses;
  }

  /** The clause without the day that it may begin with: 9月1日前. */
  Clause behindDay() {
    Matcher day = DAY.matcher(words());
    return day.lookingAt() && day.end() > 0
        ? new Clause(text, from + day.end(), from + day.end(), to)
        : this;
  }

  /** The words of the clause before, where only a comma stands between; empty otherwise. */
  String before() {
    return previous == from ? "" : text.words().substring(previous, from - 1);
  }

  String words() {
    return text.words().substring(from, to);
  }

  String open() {
    return text.open().substring(from, to);
  }
}
