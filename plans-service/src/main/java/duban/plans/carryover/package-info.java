/**
 * Takes what a year leaves open over into the draft of the next year's plan. A target gets a number
 * of the new year and says which one it goes on from, so that a promise of several years shows its
 * whole line; what the draft goes on with already is never doubled.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.carryover;
