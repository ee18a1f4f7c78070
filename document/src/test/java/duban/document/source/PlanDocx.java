package duban.document.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Writes .docx files, with lists numbered as Word would. */
final class PlanDocx {

  /** 一、 then （一） then 1. then ①. */
  static final BigInteger OUTLINE = BigInteger.ZERO;

  private final XWPFDocument document = new XWPFDocument();
  private final XWPFNumbering numbering = document.createNumbering();

  PlanDocx outline() {
    CTAbstractNum list = CTAbstractNum.Factory.newInstance();
    list.setAbstractNumId(OUTLINE);
    level(list, 0, STNumberFormat.CHINESE_COUNTING, "%1、");
    level(list, 1, STNumberFormat.CHINESE_COUNTING, "（%2）");
    level(list, 2, STNumberFormat.DECIMAL, "%3.");
    level(list, 3, STNumberFormat.DECIMAL_ENCLOSED_CIRCLE, "%4");
    numbering.addAbstractNum(new XWPFAbstractNum(list));
    return this;
  }

  static void level(CTAbstractNum list, int depth, STNumberFormat.Enum format, String text) {
    CTLvl level = list.addNewLvl();
    level.setIlvl(BigInteger.valueOf(depth));
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(format);
    level.addNewLvlText().setVal(text);
  }

  XWPFDocument document() {
    return document;
  }

  XWPFNumbering numbering() {
    return numbering;
  }

  BigInteger newList() {
    return numbering.addNum(OUTLINE);
  }

  XWPFParagraph paragraph(String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.createRun().setText(words);
    return paragraph;
  }

  PlanDocx numbered(BigInteger list, int depth, String words) {
    XWPFParagraph paragraph = paragraph(words);
    paragraph.setNumID(list);
    paragraph.setNumILvl(BigInteger.valueOf(depth));
    return this;
  }

  byte[] bytes() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.write(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
