package duban.reporting.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import duban.contracts.Text;
import java.util.Locale;

/** Where a problem stands: found, put right as its district says, or put right as was checked. */
public enum ProblemState {
  OPEN("待整改", "to be rectified"),
  RECTIFIED("待复核", "to be checked"),
  CLOSED("已销号", "closed");

  private final Text title;

  ProblemState(String zh, String en) {
    this.title = new Text(zh, en);
  }

  /** As people read it. */
  public Text title() {
    return title;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
