/** How fast plan documents are read, and whether reading leaves anything behind in memory. */
@org.jspecify.annotations.NullMarked
package duban.benchmarks.reading;
