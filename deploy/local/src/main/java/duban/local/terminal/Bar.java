package duban.local.terminal;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on standard error while it is a terminal; in a log each step would be a line. */
public final class Bar implements AutoCloseable {

  /** For {@code max}: how much there is cannot be told. */
  public static final long UNKNOWN = -1;

  private static final int REFRESH_MILLIS = 200;

  private final @Nullable ProgressBar bar;

  private Bar(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  public static Bar none() {
    return new Bar(null);
  }

  /**
   * @param unit such as " lines"
   * @param unitSize how many steps are one of it
   */
  public static Bar of(String task, String unit, long unitSize, long max) {
    if (!Terminal.isError()) {
      return none();
    }
    return new Bar(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(unit, unitSize)
            .setInitialMax(max)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .clearDisplayOnFinish()
            .continuousUpdate()
            .build());
  }

  public void at(long done) {
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  public void of(long max) {
    if (bar != null) {
      bar.maxHint(max);
    }
  }

  /** What stands behind the bar. */
  public void say(String words) {
    if (bar != null) {
      bar.setExtraMessage(words);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
