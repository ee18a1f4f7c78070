package duban.reporting.question;

import duban.contracts.DistrictCode;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.reporting.calendar.Calendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What a caller asks for in an address, read strictly. */
public final class Asked {

  private Asked() {}

  /** The scope, or the caller's own where there is only one. */
  public static String scope(@Nullable String scope, Caller caller) {
    if (scope == null && caller.districts().size() == 1) {
      return caller.districts().getFirst();
    }
    if (scope == null && caller.districts().size() > 1) {
      String own = String.join(", ", caller.districts());
      throw refused(
          "您的令牌包含多个区划，请用 scope 指明其一：" + own + "。",
          "Your token names several divisions; say with scope which one: " + own + ".");
    }
    if (scope == null || !DistrictCode.isValid(scope)) {
      throw refused("scope 应为六位区划代码，如 320400。", "scope must be a division's code such as 320400.");
    }
    return scope;
  }

  /** The year, or the calendar's own. */
  public static int year(@Nullable String year, Calendar calendar) {
    if (year == null) {
      return calendar.year();
    }
    if (!year.matches("(19|20|21)[0-9]{2}")) {
      throw refused("year 应为四位年份，如 2022。", "year must be four digits such as 2022.");
    }
    return Integer.parseInt(year);
  }

  public static @Nullable LocalDate day(@Nullable String asOf) {
    try {
      return asOf == null ? null : LocalDate.parse(asOf);
    } catch (DateTimeException malformed) {
      throw refused("asOf 应为日期，如 2022-06-30。", "asOf must be a day such as 2022-06-30.");
    }
  }

  public static @Nullable Instant moment(@Nullable String knownAt) {
    try {
      return knownAt == null ? null : OffsetDateTime.parse(knownAt).toInstant();
    } catch (DateTimeException malformed) {
      throw refused(
          "knownAt 应为时刻，如 2022-07-01T08:00:00+08:00。",
          "knownAt must be a moment such as 2022-07-01T08:00:00+08:00.");
    }
  }

  /** A page's size; whoever asks for more than {@code most} gets that many. */
  public static int limit(@Nullable String limit, int usual, int most) {
    if (limit == null) {
      return usual;
    }
    if (!limit.matches("[1-9][0-9]{0,5}")) {
      throw refused("limit 应为正整数。", "limit must be a positive integer.");
    }
    return Math.min(most, Integer.parseInt(limit));
  }

  /**
   * A cursor from {@code next}; {@link Long#MAX_VALUE} for the beginning of a newest-first list.
   */
  public static long before(@Nullable String after) {
    if (after == null) {
      return Long.MAX_VALUE;
    }
    if (!after.matches("[1-9][0-9]{0,17}")) {
      throw refused("after 应为上一页的 next。", "after must be the next of the page before.");
    }
    return Long.parseLong(after);
  }

  /** For a scope that the tree of the day asked for does not know. */
  public static ProblemException unknownScope(String scope) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "没有区划 " + scope + "。", "There is no division " + scope + ".");
  }

  /** For what cannot be read as it was asked. */
  public static ProblemException refused(String zh, String en) {
    return ProblemException.of(ProblemType.INVALID_REQUEST, zh, en);
  }
}
