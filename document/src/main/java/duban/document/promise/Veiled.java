package duban.document.promise;

import duban.document.number.ChineseNumeral;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph's words beside the same words under a veil: what is quoted, and what has figures but
 * counts nothing (years, meetings, slogans, grades), is covered there, so that no rule can take it
 * for a figure or for the end of a clause. Both are of one length.
 *
 * @param words as written
 * @param open the same with {@link #COVER} over what must not be read
 */
record Veiled(String words, String open) {

  static final char COVER = '□';

  private static final String CN = "[" + ChineseNumeral.CHARACTERS + "]";
  private static final String SMALL = "[一二两三四五六七八九十]";

  /** Longer than this, a missing closing sign is likelier than so long a quotation. */
  private static final List<Pattern> QUOTED =
      List.of(
          Pattern.compile("(?<=“)[^“”]{1,80}(?=”)"),
          Pattern.compile("(?<=《)[^《》]{1,80}(?=》)"),
          Pattern.compile("(?<=‘)[^‘’]{1,60}(?=’)"),
          Pattern.compile("〔[^〔〕]{1,20}〕第?\\d{0,5}号?"));

  private static final List<String> NO_AMOUNT =
      List.of(
          // years, days, terms
          "(?:19|20)\\d\\d(?:[-~至—](?:19|20)?\\d\\d)?(?:学年度?|年度?|届|级|版|(?=[）”》]))",
          "二〇[一二三四五六七八九〇]{2}年",
          "\\d{1,2}月(?:\\d{1,2}日|份)?|\\d{1,2}[日号](?=[前，。至-])",
          "(?:\\d{1,3}|" + SMALL + "{1,3})周年|(?:\\d{1,2}|" + SMALL + ")个(?:月|学期|学年|季度)",
          "[近前后连续历过去未来今分](?:\\d{1,2}|" + SMALL + ")年(?!制)",
          // congresses and plans by their number

          "十[八九]大|二十大|" + CN + "{1,3}届(?:" + CN + "{1,3}[中次]|历次)全会|[十百]" + CN + "{0,2}届|十[二三四五]五",
          "第" + CN + "{1,4}[个次届批期轮名位季部]?|第\\d{1,4}[个次届批期轮名位季部]?",
          "(?:\\d{1,2}|" + SMALL + "{1,2})年(?=行动|规划|计划|制|级|攻坚|一贯|提升|倍增|专项|总体|任务|方案|实施|整治|来)",
          "(?:\\d{1,2}|" + SMALL + "{1,2})(?:年制|年级|年一贯|星级|星|级课题|级[^以]|学段|科|育|史)",
          // slogans that stand without quotation marks
          SMALL + "{1,2}大(?=[\\p{IsHan}□“])",
          SMALL
              + "{1,2}个(?=意识|自信|维护|确立|坚持|聚焦|提升|突出|强化|统筹|结合|必须|务必|不|一[^所名个]|更加|面向|全面|代表|服从|打造|带头|满意|到位)",
          "一[校生师园人班县区岗企事课科村镇户项地市]一[\\p{IsHan}](?:一[\\p{IsHan}]{1,2})?",
          "一(?:体|系列|定|起|直|贯|致|流|线|站式|步|般|律|些|方面|手|把手|旦|切|揽子|盘棋|张网|张图|键|网通|次性|对一|校|同|道|方|路|并|如|代|时|刻|心|级|类|支|套|种|股|片|大批|个台阶|个新台阶|个都|个不|人一|条龙|条心|以贯之|门式|家人|等奖)",
          "每一[\\p{IsHan}]|[同另某任何这那哪]一[个名位所项次]|"
              + SMALL
              + "{1,2}件(?=民生|实事|为民)|一本账|新一[轮批届期]|每(?:\\d{1,12}|[百千万]{1,3})[名位人个]",
          "不足[一大]?半|\\d{1,2}分\\d{1,2}秒|[三五六]育|[两三四五六七八九]科|两手|双(?=[\\p{IsHan}])",
          "千方百计|千家万户|万无一失|百花|百年|百强|千万|百姓|万众|九年(?=义务)|十百千|百千万",
          // versions, codes, sums

          "\\d{1,12}(?:\\.\\d{1,12})?(?:\\+[\\dA-Za-z]{1,8})+|\\d{1,12}\\+|\\+\\d{1,12}",
          "\\d{1,12}[A-Za-z]{1,20}\\d{0,8}|[A-Za-z]{1,20}-?\\d{1,12}(?!\\d{0,8}%)",
          "\\d{1,12}\\.0(?=[版时行模工计升系\\p{IsHan}])",
          "\\d{5,12}(?=热线|服务|平台)|1[：]\\d{1,12}",
          // thresholds

          "\\d{1,12}(?:-\\d{1,12})?(?:周?岁|分(?![之钟]))(?:及?以[上下内])?(?=[^，。；、]*(?:考生|学生|以上的|人|学历|线))|(?:\\d{1,12}|"
              + CN
              + "{1,6})(?:-\\d{1,12})?周?岁(?:及?以[上下内])?",
          "前\\d{1,12}[名位强]|前[十百][名位强]?");

  /** What any of those begins with: most characters are passed over after one look. */
  private static final String BEGINS = "(?=[\\d一二两三四五六七八九十零〇百千万近前后连续历过去未来今分第每同另某任何这那哪新双不+A-Za-z])";

  private static final Pattern VEIL =
      Pattern.compile(BEGINS + "(?:" + String.join("|", NO_AMOUNT) + ")");

  static Veiled of(String words) {
    StringBuilder open = new StringBuilder(words);
    QUOTED.forEach(pattern -> cover(pattern, words, open));
    cover(VEIL, open.toString(), open);
    return new Veiled(words, open.toString());
  }

  private static void cover(Pattern pattern, String text, StringBuilder open) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        open.setCharAt(i, COVER);
      }
    }
  }
}
