/** The district tree that every rollup climbs: seeded as facts at start, read by everybody. */
@org.jspecify.annotations.NullMarked
package duban.plans.district;
