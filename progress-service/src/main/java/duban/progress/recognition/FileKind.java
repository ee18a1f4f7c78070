package duban.progress.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of file that are taken as evidence. */
public enum FileKind {
  PDF("application/pdf", List.of("pdf"), List.of("application/x-pdf")),
  PNG("image/png", List.of("png"), List.of()),
  JPEG("image/jpeg", List.of("jpg", "jpeg"), List.of("image/jpg", "image/pjpeg")),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      List.of("docx"),
      List.of("application/wps-office.docx")),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      List.of("xlsx"),
      List.of("application/wps-office.xlsx")),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      List.of("pptx"),
      List.of("application/wps-office.pptx")),
  DOC("application/msword", List.of("doc"), List.of("application/wps-office.doc")),
  XLS("application/vnd.ms-excel", List.of("xls"), List.of("application/wps-office.xls")),
  TEXT("text/plain", List.of("txt"), List.of()),
  // Browsers on machines with a spreadsheet program call a CSV file a workbook.
  CSV("text/csv", List.of("csv"), List.of("text/plain", "application/vnd.ms-excel"));

  private static final String UNKNOWN = "application/octet-stream";

  private final String mediaType;
  private final List<String> extensions;
  private final List<String> aliases;

  FileKind(String mediaType, List<String> extensions, List<String> aliases) {
    this.mediaType = mediaType;
    this.extensions = extensions;
    this.aliases = aliases;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The one a name is given that has none. */
  public String extension() {
    return extensions.getFirst();
  }

  /**
   * @param extension without its dot; empty agrees with every kind
   */
  boolean agreesWithExtension(String extension) {
    return extension.isEmpty() || extensions.contains(extension.toLowerCase(Locale.ROOT));
  }

  /**
   * @param declared a Content-Type with its parameters; empty or unspecific agrees with every kind
   */
  boolean agreesWithType(String declared) {
    String type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.isEmpty()
        || type.equals(UNKNOWN)
        || type.equals(mediaType)
        || aliases.contains(type);
  }

  /** For people: {@code pdf, png, jpg, ...}. */
  public static String all() {
    return Arrays.stream(values()).map(FileKind::extension).collect(Collectors.joining(", "));
  }
}
