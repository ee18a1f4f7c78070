package duban.document.source;

/**
 * A document's own text, in its own script: a line of it for each paragraph of the file, or for
 * each printed line where the file knows no paragraphs (PDF).
 */
public record SourceText(String text, Format format) {}
