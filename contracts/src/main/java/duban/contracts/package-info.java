/**
 * The words that the services share. Each room below holds one kind of fact that crosses a
 * service's border: plans, catalogue, progress, problems. Nothing here decides or computes
 * anything.
 */
@org.jspecify.annotations.NullMarked
package duban.contracts;
