/**
 * One sentence that says why a light is what it is, in Chinese and English: what was achieved, what
 * was due, and what else is to be said. Pure words about a standing; nothing here decides one.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.reason;
