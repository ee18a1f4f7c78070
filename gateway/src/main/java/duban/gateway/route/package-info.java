/**
 * What may pass and where it goes: a table of every public operation, and the proxy that carries it
 * to its service without buffering. Whatever the table does not name does not exist.
 */
@org.jspecify.annotations.NullMarked
package duban.gateway.route;
