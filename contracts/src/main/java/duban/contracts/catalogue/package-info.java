/** The municipal catalogue: indicators, and the district tree that every rollup climbs. */
@org.jspecify.annotations.NullMarked
package duban.contracts.catalogue;
