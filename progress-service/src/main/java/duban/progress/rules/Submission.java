package duban.progress.rules;

import duban.contracts.progress.ProgressEvent;

/**
 * One event as a caller sent it, read into its record but not yet judged.
 *
 * @param id the caller's, unique in the district's ledger for ever
 * @param type the caller's word, e.g. {@code progress.reported}
 */
public record Submission(String id, String type, ProgressEvent event) {}
