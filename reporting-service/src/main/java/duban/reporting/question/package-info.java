/**
 * What a caller asks: which scope and year, as of which day, as known at which moment, read
 * strictly out of an address; and the viewpoint that follows, the catalogue and the tree to answer
 * under.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.question;
