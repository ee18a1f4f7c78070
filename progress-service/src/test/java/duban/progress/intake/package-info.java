/** Posting to the running service: one event, arrays, batches, and everything that is refused. */
package duban.progress.intake;
