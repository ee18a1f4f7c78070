/**
 * The gateway as a caller finds it: one start, real sockets, and small real servers in the
 * services' places.
 */
@org.jspecify.annotations.NullMarked
package duban.gateway;
