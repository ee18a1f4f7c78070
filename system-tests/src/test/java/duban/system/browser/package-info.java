/**
 * The pages as a person meets them: a real Chromium, a real system behind it, the sample's year as
 * it is loaded. Where there is no Chromium the tests of this package are skipped and say so.
 */
@org.jspecify.annotations.NullMarked
package duban.system.browser;
