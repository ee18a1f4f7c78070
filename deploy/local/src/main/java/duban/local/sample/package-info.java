/**
 * The sample: two districts' plans of 2022 and a year of progress. {@code Year2022} tells the year,
 * {@code Chronicle} turns it into the events that each district's system would have posted, always
 * the same ones. {@code SampleLoader} and {@code PlayCommand} post them through the public API.
 */
@org.jspecify.annotations.NullMarked
package duban.local.sample;
