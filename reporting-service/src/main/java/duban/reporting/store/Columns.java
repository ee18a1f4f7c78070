package duban.reporting.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Records as arrays, one a column, for {@code unnest}: a set is written in one statement, whatever
 * its size.
 */
public final class Columns<R> {

  private final Collection<R> rows;
  private final Tuple tuple = Tuple.tuple();

  private Columns(Collection<R> rows) {
    this.rows = rows;
  }

  public static <R> Columns<R> of(Collection<R> rows) {
    return new Columns<>(rows);
  }

  public Columns<R> text(Function<R, @Nullable String> cell) {
    return add(cell, String[]::new);
  }

  public Columns<R> number(Function<R, @Nullable BigDecimal> cell) {
    return add(cell, BigDecimal[]::new);
  }

  public Columns<R> day(Function<R, @Nullable LocalDate> cell) {
    return add(cell, LocalDate[]::new);
  }

  public Columns<R> moment(Function<R, @Nullable Instant> cell) {
    return add(row -> atUtc(cell.apply(row)), OffsetDateTime[]::new);
  }

  public Columns<R> count(ToIntFunction<R> cell) {
    return add(cell::applyAsInt, Integer[]::new);
  }

  public Columns<R> position(ToLongFunction<R> cell) {
    return add(cell::applyAsLong, Long[]::new);
  }

  public Columns<R> flag(Predicate<R> cell) {
    return add(cell::test, Boolean[]::new);
  }

  public Columns<R> bytes(Function<R, byte[]> cell) {
    return add(row -> Buffer.buffer(cell.apply(row)), Buffer[]::new);
  }

  /** A value that is the same for every row. */
  public Columns<R> and(@Nullable Object value) {
    tuple.addValue(value);
    return this;
  }

  public int size() {
    return rows.size();
  }

  public Tuple tuple() {
    return tuple;
  }

  private <T> Columns<R> add(Function<R, @Nullable T> cell, IntFunction<@Nullable T[]> array) {
    tuple.addValue(rows.stream().map(cell).toArray(array));
    return this;
  }

  public static @Nullable OffsetDateTime atUtc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
