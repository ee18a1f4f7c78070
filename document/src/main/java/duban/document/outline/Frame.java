package duban.document.outline;

import duban.document.text.Passage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the plan's own text: the letter's head, the notice it came with, what a web
 * page put before it, and the foot.
 *
 * @param titleFrom first paragraph of the title
 * @param titleTo first paragraph behind the title; equal where there is none
 * @param body first paragraph of the plan's text
 * @param back first paragraph behind it
 */
record Frame(List<Passage> text, int titleFrom, int titleTo, int body, int back) {

  private static final int LONGEST_TITLE = 60;
  private static final int SENTENCE = 30;

  /** Titles stand near the top, whatever a page puts in front. */
  private static final int TOP = 80;

  private static final String WORK = "(?:工作|教育|发展|督导|年度|重点|改革|事业|行政)";
  private static final String PLAN = "(?:要点|意见|计划|总结|思路|安排|打算|方案|报告|目标|规划|任务)";
  private static final Pattern TITLE =
      Pattern.compile(".*" + WORK + ".*" + PLAN + "(?:的?通知|（[^）]{1,12}）|.{1,6})?");
  private static final Pattern BOTH = Pattern.compile(".*总结.*(?:要点|计划|思路|安排|打算|任务).*");
  private static final Pattern TRAIL = Pattern.compile(".*[〉>|/].*|.*(?:首页|位置|索引号|名称).*");
  private static final Pattern FOOT =
      Pattern.compile(
          "(?:抄送|主送|附件|分享|上一[篇条]|下一[篇条]|责任编辑|编辑|审核|来源|打印|关闭|【?打印|版权|主办|承办|网站|地址|邮编|电话|传真"
              + "|技术支持|扫一扫|相关|友情链接|您?访问|浏览|点击|联系我们|备案|Copyright|返回|字号|字体|收藏|无障碍).*"
              + "|.*(?:印发|ICP备.*|公网安备.*|网站标识码.*|版权所有.*)");
  private static final Pattern DATE = Pattern.compile("(\\d{4})[年./-](\\d{1,2})[月./-](\\d{1,2})日?");

  static Frame of(List<Passage> text) {
    int limit = firstMark(text);
    int title = title(text, limit);
    int from = title > 0 && beginsTitle(text.get(title - 1).words()) ? title - 1 : title;
    int body = body(text, title + 1);
    return new Frame(text, Math.max(from, 0), title + 1, body, back(text, body));
  }

  private static int firstMark(List<Passage> text) {
    return IntStream.range(0, text.size())
        .filter(i -> Mark.at(text.get(i).words()).filter(m -> m.style().makesEntries()).isPresent())
        .findFirst()
        .orElse(text.size());
  }

  /** The last title before the first number, since a notice names the plan before it brings it. */
  private static int title(List<Passage> text, int limit) {
    int found = -1;
    boolean both = false;
    for (int i = 0; i < Math.min(limit, TOP); i++) {
      String words = text.get(i).words();
      if (isTitle(words) && (!both || BOTH.matcher(words).matches())) {
        found = i;
        both = both || BOTH.matcher(words).matches();
      }
    }
    return found;
  }

  static boolean isTitle(String words) {
    return words.length() <= LONGEST_TITLE
        && !Wrapping.endsSentence(words)
        && !words.contains("。")
        && !TRAIL.matcher(words).matches()
        && !FOOT.matcher(words).matches()
        && TITLE.matcher(words).matches();
  }

  /** 某区教育局 above 2023年工作要点. */
  private static boolean beginsTitle(String words) {
    return words.length() <= 30
        && words.matches(".*(?:局|委员会|教体局|办公室|市|区|县|街道|镇)(?:关于)?")
        && !words.contains("文件")
        && !FOOT.matcher(words).matches()
        && !TRAIL.matcher(words).matches();
  }

  private static int body(List<Passage> text, int from) {
    return IntStream.range(from, text.size())
        .filter(i -> isText(text.get(i).words()))
        .findFirst()
        .orElse(text.size());
  }

  private static boolean isText(String words) {
    if (Mark.at(words).isPresent()) {
      return true;
    }
    if (FOOT.matcher(words).matches() || words.contains("来源：")) {
      return false;
    }
    boolean sentence = words.length() >= SENTENCE && Wrapping.endsSentence(words);
    return sentence || words.length() >= 2 * SENTENCE || isHeading(words);
  }

  private static boolean isHeading(String words) {
    return words.length() >= 4 && Heading.isUnnumbered(words) && !DATE.matcher(words).find();
  }

  private static int back(List<Passage> text, int body) {
    int back = text.size();
    while (back > body && isFoot(text.get(back - 1).words())) {
      back--;
    }
    return back;
  }

  private static boolean isFoot(String words) {
    if (FOOT.matcher(words).matches()) {
      return words.length() < 4 * SENTENCE;
    }
    return Mark.at(words).isEmpty() && words.length() < SENTENCE && !Wrapping.endsSentence(words);
  }

  @Nullable String title() {
    String title =
        text.subList(titleFrom, titleTo).stream()
            .map(Passage::words)
            .reduce("", String::concat)
            .replaceFirst("^(?:标题|名称)：", "");
    return title.isEmpty() ? null : title;
  }

  /** The day in the foot, else the one in the head. */
  Optional<LocalDate> issued() {
    return day(text.subList(back, text.size())).or(() -> day(text.subList(0, body)));
  }

  private static Optional<LocalDate> day(List<Passage> text) {
    return text.stream()
        .map(passage -> DATE.matcher(passage.words()))
        .filter(Matcher::find)
        .flatMap(date -> day(date).stream())
        .findFirst();
  }

  private static Optional<LocalDate> day(Matcher date) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(2)),
              Integer.parseInt(date.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
