package duban.local.client;

import duban.local.home.ExitCode;
import duban.local.home.Refusal;

/** Work was begun, and the connection over which it was told ended before its result. */
public final class BrokenOff extends Refusal {

  private static final long serialVersionUID = 1L;

  BrokenOff(String path) {
    super(path + " broke off before its result; try again", ExitCode.NO_ANSWER);
  }
}
