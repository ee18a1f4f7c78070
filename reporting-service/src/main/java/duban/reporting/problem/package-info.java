/**
 * The problem list (问题清单): every step of a problem's closed loop is kept, and where a problem
 * stands is a fold over its steps, so that the list can be told as it was known at any moment. A
 * problem turns overdue by the calendar alone, which is told once. {@code query} shows an item's
 * counts beside its light, which is why the list's own resource lives in {@code supervision}, above
 * both.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.problem;
