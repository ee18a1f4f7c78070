package duban.document.source.pdf;

import duban.document.source.reading.Allowance;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Puts a page's glyphs together to lines, and counts the letters among them. */
final class PrintedLines extends PDFTextStripper {

  /**
   * A gap as wide as this is a blank. Word processors leave a quarter of a character between
   * Chinese and figures, which is none; blanks that were typed are glyphs.
   */
  private static final float CHARACTER_WIDTHS = 0.45f;

  private static final float SPACE_WIDTHS = 1.5f;

  private final Allowance allowance;
  private int letters;

  PrintedLines(Allowance allowance) throws IOException {
    this.allowance = allowance;
    setLineSeparator("\n");
    setPageEnd("\n");
    setSortByPosition(true);
    setSuppressDuplicateOverlappingText(true);
    setSpacingTolerance(SPACE_WIDTHS);
    setAverageCharTolerance(CHARACTER_WIDTHS);
  }

  int letters() {
    return letters;
  }

  @Override
  protected void startPage(PDPage page) {
    allowance.next();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    allowance.check();
    super.processOperator(operator, operands);
  }

  @Override
  protected void writeString(String words, List<TextPosition> positions) throws IOException {
    letters += (int) words.codePoints().filter(Character::isLetter).count();
    super.writeString(words, positions);
  }
}
