package duban.document.promise;

import duban.document.TargetReading;
import duban.document.TargetReading.Role;
import duban.document.outline.OutlineReader;
import duban.document.promise.TargetReader.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What a sentence was read as, in a form that a table can hold. */
final class Said {

  private Said() {}

  static List<TargetReading> targets(String sentence) {
    // A heading in front makes the sentence an item of a plan, as it is in a document.
    String source = "一、工作\n1、" + sentence + "。";
    var item = OutlineReader.read(source).sections().getLast().items().getLast();
    TargetReader reader = new TargetReader(source, 2022);
    return reader.read(
        item.paragraphs().getLast(), item.from(), new Place(item.path(), Role.TARGET, false));
  }

  /** {@code quantity >= 10 家 企业; money = 1.16 亿元 ...}; empty where nothing was read. */
  static String of(String sentence) {
    return targets(sentence).stream().map(Said::one).collect(Collectors.joining("; "));
  }

  private static String one(TargetReading target) {
    String operator = target.operator() == null ? "-" : target.operator().sign();
    return String.join(
        " ",
        target.kind().word(),
        target.strict() ? ">" : operator,
        figure(target.value(), target.low(), target.high()),
        target.unit() == null ? "-" : target.unit(),
        target.title());
  }

  private static String figure(BigDecimal value, BigDecimal low, BigDecimal high) {
    if (low != null) {
      return low.toPlainString() + ".." + high.toPlainString();
    }
    return value == null ? "-" : value.toPlainString();
  }
}
