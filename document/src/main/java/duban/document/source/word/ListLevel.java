package duban.document.source.word;

import org.jspecify.annotations.Nullable;

/**
 * One level of a list.
 *
 * @param start the first number
 * @param text （%1） or %1.%2, where %1 is the number of the first level
 * @param gap what stands between the number and the words, as text
 * @param restartsAfter the level, counted from 1, after whose numbers this one starts anew; 0 for
 *     never; null for any level above it
 * @param legal whether numbers of all levels are written 1, 2, 3 here
 */
record ListLevel(
    int start,
    NumberFormat format,
    String text,
    String gap,
    @Nullable Integer restartsAfter,
    boolean legal) {

  static final int LEVELS = 9;

  boolean restartsUnder(int level) {
    return restartsAfter == null || level < restartsAfter;
  }

  boolean isNumbered() {
    return format != NumberFormat.BULLET;
  }
}
