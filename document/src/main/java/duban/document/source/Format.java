package duban.document.source;

/** The kinds of file a plan may come in. */
public enum Format {
  TXT,
  HTML,
  DOCX,
  DOC,
  PDF
}
