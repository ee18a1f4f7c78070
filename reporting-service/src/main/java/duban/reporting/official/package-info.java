/**
 * Papers as Chinese official documents are laid out (GB/T 9704-2012): A4, the standard's margins,
 * fonts, line pitch and heading levels, written as real styles so that an office program's outline
 * and editing work. Fonts are named and never shipped.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.official;
