package duban.reporting.official;

import duban.contracts.Text;
import duban.reporting.bulletin.TargetLine;
import duban.reporting.bulletin.Trace;
import duban.reporting.standing.Light;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a paper's figures and words read in one of the two languages. */
record Words(String language) {

  /** A table's cell holds no more; all of them are in the workbook and the JSON. */
  private static final int MOST_PLACES = 6;

  boolean english() {
    return language.equals("en");
  }

  String of(String zh, String en) {
    return english() ? en : zh;
  }

  String of(Text text) {
    return text.in(language);
  }

  /** The English words where there are any. */
  String or(String zh, @Nullable String en) {
    return english() && en != null ? en : zh;
  }

  String light(@Nullable Light light) {
    return light == null ? "—" : of(light.title());
  }

  /** A share as per cent, rounded down, so that nothing unfinished reads as all. */
  String percent(@Nullable BigDecimal share) {
    return share == null
        ? "—"
        : plain(share.movePointRight(2).setScale(1, RoundingMode.DOWN)) + "%";
  }

  /** A figure with its unit. */
  String figure(@Nullable BigDecimal figure, @Nullable String unit) {
    return figure == null || unit == null ? bare(figure, unit) : bare(figure, unit) + unit;
  }

  /** A figure whose unit stands elsewhere; of a share two decimals, rounded down as every one. */
  String bare(@Nullable BigDecimal figure, @Nullable String unit) {
    if (figure == null) {
      return "—";
    }
    boolean share = "%".equals(unit) && figure.scale() > 2;
    return plain(share ? figure.setScale(2, RoundingMode.DOWN) : figure);
  }

  String day(LocalDate day) {
    return english()
        ? day.toString()
        : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  /** {@code 320412#12、15}: the places in the district's ledger that the figure is made of. */
  String places(TargetLine line) {
    Trace trace = line.trace();
    if (trace == null) {
      return "—";
    }
    List<Long> places = line.basis().isEmpty() ? List.of(trace.seq()) : line.basis();
    String first =
        places.stream()
            .limit(MOST_PLACES)
            .map(String::valueOf)
            .collect(Collectors.joining(of("、", ", ")));
    int more = places.size() - MOST_PLACES;
    return trace.ledger().substring(trace.ledger().indexOf('/') + 1)
        + "#"
        + first
        + (more > 0 ? of("等" + places.size() + "条", " and " + more + " more") : "");
  }

  String title(TargetLine line) {
    return or(line.title(), line.titleEn());
  }

  String district(TargetLine line) {
    return or(line.districtName(), line.districtNameEn());
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
