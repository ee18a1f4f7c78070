/**
 * The loop of supervision (立项交办, 签收, reports, 临近提醒, 到期催办, 办结, 考评): who answers for each work item
 * and which step it has come to, with who and when. Where an item stands is a fold over its steps,
 * and the calendar's own steps, reminders and calls, are posted to the ledger like everybody's, so
 * that they come back as events. The problem list is read here too, as a part of the loop.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.supervision;
