/**
 * Where a target stands: its value by a fold over observations, its pace by the calendar, its light
 * by comparing the two, and one sentence that says why. Pure: a definition, observations and a day
 * go in, a {@code Standing} comes out, so the hot path, time travel and the verification all share
 * one truth.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.standing;
