package duban.document.source.reading;

import java.io.IOException;

/** The file wants a password. */
public final class Locked extends IOException {

  private static final long serialVersionUID = 1;

  public Locked() {
    super("wants a password");
  }
}
