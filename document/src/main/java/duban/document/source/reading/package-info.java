/**
 * What every format's reader is given and held to: an allowance of time, memory and text, and the
 * lines that it writes. A reader knows its format only; who asked, and how a failure is told, is
 * known one room up.
 */
@org.jspecify.annotations.NullMarked
package duban.document.source.reading;
