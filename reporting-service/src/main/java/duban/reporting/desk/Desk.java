package duban.reporting.desk;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few make documents at a time. Whoever waits must be on a virtual thread. */
@ApplicationScoped
public class Desk {

  private final Semaphore places;
  private final long patienceMillis;

  Desk(DeskSettings settings) {
    this.places = new Semaphore(settings.maxDocuments(), true);
    this.patienceMillis = settings.patience().toMillis();
  }

  /**
   * @throws ProblemException TRY_LATER, when every place stays taken
   */
  public <T> T make(Supplier<T> document) {
    if (!taken()) {
      throw ProblemException.of(
          ProblemType.TRY_LATER,
          "正在生成的文件过多，请稍后再试。",
          "Too many documents are being made; try again shortly.");
    }
    try {
      return document.get();
    } finally {
      places.release();
    }
  }

  private boolean taken() {
    try {
      return places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
