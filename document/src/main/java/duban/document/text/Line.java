package duban.document.text;

/**
 * A line of the source.
 *
 * @param indent white space before its words, in half-width columns
 * @param afterGap whether an empty line stands before it
 */
public record Line(Passage words, int indent, boolean afterGap) {}
