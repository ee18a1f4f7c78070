/**
 * Promises that go on over years: a target with those that it continues and that continue it, and a
 * programme with its slices by year and district. A flow adds up over the years; of a stock the
 * latest counts and nothing is summed. Links are those of the plans as they are known now, figures
 * those of the viewpoint.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.line;
