package duban.reporting.official;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Objects;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * The page of GB/T 9704-2012: A4 with 37, 35, 28 and 26 mm of margin, which leaves a type area of
 * 156 x 225 mm for 22 lines of 28 characters, and the page's number on its outer side.
 */
final class Layout {

  /** Twentieths of a point. */
  private static final int A4_WIDTH = 11_906;

  private static final int A4_HEIGHT = 16_838;
  private static final int TOP = twentieths(37);
  private static final int BOTTOM = twentieths(35);
  private static final int LEFT = twentieths(28);
  private static final int RIGHT = twentieths(26);

  /** The dash of the number lies 7 mm below the type area, a line of 14 points above this. */
  private static final int FOOTER = twentieths(23);

  /**
   * A grid of 22 lines. It is none of characters: the styles set them closer by a quarter of a
   * point, so that 28 fit, because LibreOffice would give each of them two cells of such a grid.
   */
  private static final int LINE_PITCH = 579;

  private Layout() {}

  static int twentieths(int millimetres) {
    return Math.toIntExact(Math.round(millimetres * 1440 / 25.4));
  }

  /** The width of the type area, in twentieths of a point. */
  static int typeWidth() {
    return A4_WIDTH - LEFT - RIGHT;
  }

  static void apply(XWPFDocument document) {
    styles(document);
    page(document);
    document.setEvenAndOddHeadings(true);
    number(document.createFooter(HeaderFooterType.DEFAULT), "PageNumberOdd");
    number(document.createFooter(HeaderFooterType.EVEN), "PageNumberEven");
  }

  private static void styles(XWPFDocument document) {
    try (InputStream styles =
        Objects.requireNonNull(Layout.class.getResourceAsStream("styles.xml"), "styles.xml")) {
      document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XmlException e) {
      throw new IllegalStateException("our own styles are no XML", e);
    }
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(A4_WIDTH));
    size.setH(BigInteger.valueOf(A4_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(BOTTOM));
    margins.setLeft(BigInteger.valueOf(LEFT));
    margins.setRight(BigInteger.valueOf(RIGHT));
    margins.setHeader(BigInteger.valueOf(twentieths(15)));
    margins.setFooter(BigInteger.valueOf(FOOTER));
    margins.setGutter(BigInteger.ZERO);
    CTDocGrid grid = section.addNewDocGrid();
    grid.setType(STDocGrid.LINES);
    grid.setLinePitch(BigInteger.valueOf(LINE_PITCH));
  }

  private static void number(XWPFFooter footer, String style) {
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText("— ");
    paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    paragraph.getCTP().getFldSimpleArray(0).addNewR().addNewT().setStringValue("1");
    paragraph.createRun().setText(" —");
  }
}
