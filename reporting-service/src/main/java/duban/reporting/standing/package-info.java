/**
 * Where a target stands: its value by a fold over observations and its light by comparing that with
 * the pace. Pure: a definition, observations and a day go in, a {@code Standing} comes out, so the
 * hot path, time travel and the verification all share one truth.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.standing;
