/**
 * Reads a plan document without a server: what the planner would see after sending it, on a
 * terminal or as JSON.
 */
@org.jspecify.annotations.NullMarked
package duban.local.extract;
