/**
 * What a target promises: its figure under the catalogue's tolerance, the periods and the days it
 * runs over, and the share that is due by a day. Pure, and without a word of what was reported.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.promise;
