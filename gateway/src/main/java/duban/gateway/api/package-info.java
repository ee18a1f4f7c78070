/**
 * What the gateway says of the whole: one API description made of the services' own, and whether
 * each of them is well. A service that does not answer is named as missing, and the rest still
 * stands.
 */
@org.jspecify.annotations.NullMarked
package duban.gateway.api;
