package duban.document.promise;

import duban.contracts.plan.Target.Operator;
import duban.document.Span;
import duban.document.TargetReading;
import duban.document.text.Passage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was found, as it is handed out: with its quote, its exact figures and its day. */
record Wording(String source, @Nullable Integer year, Passage paragraph, Found found, Span span) {

  private static final Pattern NUMBER =
      Pattern.compile("^(?:\\d{1,3}[.、]|（?[一二三四五六七八九十\\d]{1,3}[、）])");

  /** Words in front of a promise that are no part of its name. */
  private static final Pattern LEAD =
      Pattern.compile("^(?:力争|确保|努力|争取|实现|做到|积极|持续|将|把|对)+(?=.{3})");

  TargetReading reading(TargetReading.Role role) {
    Amount amount = found.amount();
    return new TargetReading(
        span.of(source),
        span,
        role,
        found.kind(),
        title(),
        Verbs.at(paragraph.words().substring(found.from(), found.to())),
        operator(amount),
        amount != null && amount.strict(),
        amount == null ? null : amount.value(),
        amount == null ? null : amount.low(),
        amount == null ? null : amount.high(),
        unit(amount, amount == null ? "" : amount.unit()),
        base(amount),
        found.period(),
        found.scope(),
        due(role),
        found.named(),
        found.namedComplete(),
        found.implied(),
        found.trend(),
        BigDecimal.valueOf(found.confidence(), 2),
        found.doubts().stream().map(Doubtful::words).toList());
  }

  /** 力争达到1500个 says in the clause before what it counts. */
  private String title() {
    String title = LEAD.matcher(found.title()).replaceFirst("");
    if (title.length() > 1 && !Verbs.ONLY_ADVERBS.matcher(title).matches()) {
      return title;
    }
    String before = sentence().substring(0, Math.max(0, sentence().length() - found.length()));
    String clause = before.replaceFirst("[，：]$", "").replaceFirst("^.*[，：]", "");
    clause = NUMBER.matcher(clause).replaceFirst("");
    return clause.isEmpty() ? paragraph.words().substring(found.from(), found.to()) : clause;
  }

  private static @Nullable Operator operator(@Nullable Amount amount) {
    return amount == null ? null : amount.operator();
  }

  private @Nullable String unit(@Nullable Amount amount, String unit) {
    if (amount == null) {
      return null;
    }
    return found.every() == null ? unit : unit + "/" + found.every();
  }

  private TargetReading.@Nullable Base base(@Nullable Amount amount) {
    if (amount == null) {
      return null;
    }
    String unit = unit(amount, Measure.base(amount.measure()));
    return new TargetReading.Base(
        scaled(amount, amount.value()),
        scaled(amount, amount.low()),
        scaled(amount, amount.high()),
        unit == null ? "" : unit);
  }

  private static @Nullable BigDecimal scaled(Amount amount, @Nullable BigDecimal figure) {
    if (figure == null) {
      return null;
    }
    BigDecimal exact = figure.multiply(amount.scale()).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  private @Nullable LocalDate due(TargetReading.Role role) {
    if (role == TargetReading.Role.RESULT || found.endless()) {
      return null;
    }
    return Due.of(sentence(), year);
  }

  /** A day is often named in front of the clause that it is for. */
  private String sentence() {
    String words = paragraph.words();
    int start =
        Math.max(words.lastIndexOf('。', found.from()), words.lastIndexOf('；', found.from()));
    return words.substring(start + 1, found.to());
  }
}
