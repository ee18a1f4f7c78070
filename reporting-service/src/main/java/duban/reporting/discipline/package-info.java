/**
 * Reporting discipline: who owed a report for a month, who brought it by the day that the settings
 * give, who late, who not at all. A target owes one for each month it runs in, published and not
 * yet achieved; a report is any observation whose day lies in the month, and it came on the day of
 * its recording. The rule is pure, and the figures are made from the facts when they are asked for,
 * so that they hold for any day and moment.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.discipline;
