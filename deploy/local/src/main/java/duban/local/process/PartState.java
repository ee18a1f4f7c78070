package duban.local.process;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a part is, as status shows it. */
public enum PartState {
  STARTING("starting"),
  READY("ready"),
  /** Dead, and waiting to be started again. */
  RESTARTING("restarting"),
  /** Alive though its launcher is gone. */
  ORPHANED("orphaned"),
  STOPPED("stopped");

  private final String word;

  PartState(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }
}
