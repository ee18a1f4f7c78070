package duban.document.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a .docx of hand-written XML, for what the library's writer cannot say. */
final class RawDocx {

  private static final String NAMESPACES =
      " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
          + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
          + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  RawDocx() {
    part("_rels/.rels", relations("officeDocument", "word/document.xml"));
  }

  static RawDocx of(String body) {
    return new RawDocx()
        .part("word/document.xml", element("document", "<w:body>" + body + "</w:body>"));
  }

  RawDocx numbering(String lists) {
    part("word/numbering.xml", element("numbering", lists));
    return near();
  }

  RawDocx styles(String styles) {
    part("word/styles.xml", element("styles", styles));
    return near();
  }

  RawDocx near() {
    return part(
        "word/_rels/document.xml.rels",
        relations("numbering", "numbering.xml", "styles", "/word/styles.xml"));
  }

  RawDocx part(String name, String xml) {
    return part(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  RawDocx part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static String element(String name, String content) {
    return "<w:%s%s>%s</w:%s>".formatted(name, NAMESPACES, content, name);
  }

  private static String relations(String... kindsAndTargets) {
    StringBuilder relations = new StringBuilder("<Relationships>");
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      relations.append(
          "<Relationship Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' Target='%s'/>"
              .formatted(kindsAndTargets[i], kindsAndTargets[i + 1]));
    }
    return relations.append("</Relationships>").toString();
  }
}
