/**
 * Measurements beside a limit or a peer, in one run on one machine; what each shows is in
 * docs/benchmarks.md.
 */
@org.jspecify.annotations.NullMarked
package duban.benchmarks;
