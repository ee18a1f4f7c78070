/**
 * Figures as such documents write them: Arabic and Chinese, with 万 and 亿, in parts and per cent;
 * always exact.
 */
@org.jspecify.annotations.NullMarked
package duban.document.number;
