package duban.document.source.reading;

import java.io.IOException;

/** The file only looks like one of its format from outside: a spreadsheet is a package, too. */
public final class NotThisFormat extends IOException {

  private static final long serialVersionUID = 1;

  public NotThisFormat() {
    super("another kind of file");
  }
}
