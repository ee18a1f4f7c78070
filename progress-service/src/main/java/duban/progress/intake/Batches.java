package duban.progress.intake;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.ledger.append.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Takes events of which each stands alone, whatever form they come in; so many at a time. */
@ApplicationScoped
public class Batches {

  private final Judge judge;
  private final Ledger<Problem> ledger;
  private final IntakeLimits limits;
  private final Semaphore places;

  Batches(Judge judge, Ledger<Problem> ledger, IntakeLimits limits) {
    this.judge = judge;
    this.ledger = ledger;
    this.limits = limits;
    this.places = new Semaphore(limits.batchesAtOnce());
  }

  /** Where the lines come from; it may find at its beginning that they are none. */
  @FunctionalInterface
  public interface Opening {
    LineSource open() throws IOException;
  }

  /**
   * It blocks, for virtual threads.
   *
   * @param language "zh" or "en", of the results' words
   * @param results told each line's result, in the order of the lines
   * @throws IOException when the body breaks off; what was sent before is kept
   * @throws ProblemException TRY_LATER, before anything is opened
   */
  public void take(
      String district, Poster poster, String language, Opening lines, Consumer<LineResult> results)
      throws IOException {
    if (!places.tryAcquire()) {
      throw ProblemException.of(
          ProblemType.TRY_LATER, "正在处理其他批次，请稍后再试。", "Other batches are being taken; try later.");
    }
    try {
      new Batch(district, poster, language, judge, ledger, limits, results).run(lines.open());
    } finally {
      places.release();
    }
  }
}
