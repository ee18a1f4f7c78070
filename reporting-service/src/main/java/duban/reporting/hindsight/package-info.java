/**
 * Plans told as of any day and as known at any moment, folded anew from the observations by the
 * same functions that move the projections, and added up from nothing. Each month of a plan keeps
 * the light it had when its reports were due.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.hindsight;
