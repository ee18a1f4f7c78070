/**
 * Files that prove what a district reports: kept under the hash of their content on disk or in an
 * object store, listed in the database, linked from events. A file is answered for only once it is
 * durable, and only those who cover the district are given it. What comes out is checked against
 * its hash, so a damaged file is never handed out as if it were whole.
 */
@org.jspecify.annotations.NullMarked
package duban.progress.evidence;
