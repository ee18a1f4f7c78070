package duban.plans.review;

import java.util.List;

/**
 * A review after a change, and the lines that its history gains.
 *
 * @param changed proposals that are new, or other than before
 */
record Change(Review after, List<Proposal> changed, List<HistoryLine> lines) {}
