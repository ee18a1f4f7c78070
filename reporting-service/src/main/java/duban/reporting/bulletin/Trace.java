package duban.reporting.bulletin;

/**
 * Where a figure comes from.
 *
 * @param ledger {@code progress/320412}
 * @param seq the event that rules the figure
 * @param events how many unvoided observations the target had by then
 */
public record Trace(String ledger, long seq, int events) {}
