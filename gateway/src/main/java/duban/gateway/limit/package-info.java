/**
 * How much one caller, one request and all of them together may take. Every limit is met with an
 * answer that says so at once; nothing queues here without bound.
 */
@org.jspecify.annotations.NullMarked
package duban.gateway.limit;
