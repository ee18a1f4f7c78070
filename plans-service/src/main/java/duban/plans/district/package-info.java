/**
 * The dated district tree that every rollup climbs: seeded as facts at start, read by everybody.
 * The bureau states new places, moves, names and ends, each from a day on; no day's tree may be
 * left with a division that hangs on nothing.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.district;
