/**
 * Taking what districts report: one event, an array that is kept whole or not at all, or a stream
 * of lines of any length in bounded memory. Each event is read, judged by the rules and the
 * published plan, and appended; every refusal says what is wrong and where.
 */
@org.jspecify.annotations.NullMarked
package duban.progress.intake;
