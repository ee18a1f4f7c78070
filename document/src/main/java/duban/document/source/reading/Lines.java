package duban.document.source.reading;

import duban.document.source.reading.OverLimit.Limit;

/**
 * A document's text as it is read. The end of a block or a table's cell is written only when more
 * words follow, so that a cell of one paragraph ends in a tab and not in a line.
 */
public final class Lines {

  private final StringBuilder text = new StringBuilder();
  private final int maxChars;
  private boolean blockEnded;
  private int cellsEnded;

  public Lines(int maxChars) {
    this.maxChars = maxChars;
  }

  public void text(CharSequence words) {
    if (words.isEmpty()) {
      return;
    }
    separate();
    if (text.length() + words.length() > maxChars) {
      throw new OverLimit(Limit.LENGTH);
    }
    text.append(words);
  }

  /** A line ends here, even an empty one. */
  public void newLine() {
    text("\n");
  }

  /** What follows, if anything does, starts a line; at the start of a cell it does not. */
  public void endBlock() {
    blockEnded = cellsEnded == 0;
  }

  /** What follows in this row, if anything does, comes behind a tab. */
  public void endCell() {
    blockEnded = false;
    cellsEnded++;
  }

  public void endRow() {
    cellsEnded = 0;
    endBlock();
  }

  /** Nothing was read after all. */
  public void clear() {
    text.setLength(0);
  }

  public boolean atLineStart() {
    return blockEnded || cellsEnded > 0 || text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }

  private void separate() {
    boolean lineIsEmpty = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    if (blockEnded && !lineIsEmpty) {
      text.append('\n');
    }
    text.repeat('\t', cellsEnded);
    blockEnded = false;
    cellsEnded = 0;
  }

  /** The whole text: lines end in {@code \n}, and no character is left that JSON cannot carry. */
  @Override
  public String toString() {
    return Characters.clean(text);
  }
}
