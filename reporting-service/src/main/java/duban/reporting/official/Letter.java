package duban.reporting.official;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** An official document as it grows, from its title to its date. */
final class Letter {

  private final XWPFDocument document = new XWPFDocument();

  Letter() {
    Layout.apply(document);
  }

  Letter title(String text) {
    return paragraph("Title", text);
  }

  Letter subtitle(String text) {
    return paragraph("Subtitle", text);
  }

  /** 一、 */
  Letter heading(String text) {
    return paragraph("Heading1", text);
  }

  /** （一） */
  Letter subheading(String text) {
    return paragraph("Heading2", text);
  }

  Letter text(String text) {
    return paragraph("Normal", text);
  }

  Letter caption(String text) {
    return paragraph("Caption", text);
  }

  /** Who says it, and the day. */
  Letter signed(String who, String day) {
    text("");
    return paragraph("Signature", who).paragraph("Date", day);
  }

  private Letter paragraph(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
    return this;
  }

  /**
   * A column of a table.
   *
   * @param width its share of the type area's width; the shares of a table add up to 100
   */
  record Column(String heading, int width, boolean number) {

    static Column text(String heading, int width) {
      return new Column(heading, width, false);
    }

    static Column number(String heading, int width) {
      return new Column(heading, width, true);
    }
  }

  /** A table with thin rules whose heading comes again on each page. */
  Letter table(List<Column> columns, List<List<String>> rows) {
    XWPFTable table = document.createTable(rows.size() + 1, columns.size());
    shape(table, columns);
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int c = 0; c < columns.size(); c++) {
      cell(head, c, "TableHead", columns.get(c).heading());
    }
    for (int r = 0; r < rows.size(); r++) {
      XWPFTableRow row = table.getRow(r + 1);
      row.setCantSplitRow(true);
      for (int c = 0; c < columns.size(); c++) {
        cell(row, c, columns.get(c).number() ? "TableNumber" : "TableText", rows.get(r).get(c));
      }
    }
    // Two tables that touch would become one.
    return paragraph("AfterTable", "");
  }

  private static void shape(XWPFTable table, List<Column> columns) {
    CTTblPr properties = table.getCTTbl().getTblPr();
    table.setStyleID("TableGrid");
    properties.unsetTblBorders();
    CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
    width.setType(STTblWidth.DXA);
    width.setW(BigInteger.valueOf(Layout.typeWidth()));
    CTTblLayoutType fixed = properties.addNewTblLayout();
    fixed.setType(STTblLayoutType.FIXED);
    var grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (Column column : columns) {
      grid.addNewGridCol()
          .setW(BigInteger.valueOf((long) Layout.typeWidth() * column.width() / 100));
    }
  }

  private static void cell(XWPFTableRow row, int column, String style, String text) {
    XWPFParagraph paragraph = row.getCell(column).getParagraphArray(0);
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
  }

  /** The document as a file; nothing can be added afterwards. */
  byte[] file() {
    try (document;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
