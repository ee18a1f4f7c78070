package duban.progress.evidence;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.io.IOException;
import org.jboss.logging.Logger;

/** What a caller hears when the store does not work: nothing asked is wrong, and it may pass. */
final class Unavailable {

  private static final Logger LOG = Logger.getLogger(Unavailable.class);

  private Unavailable() {}

  static ProblemException because(IOException trouble) {
    LOG.errorf(trouble, "the store of evidence does not work");
    return ProblemException.of(
        ProblemType.TRY_LATER,
        "文件暂时无法保存或读取，请稍后再试。",
        "Files cannot be kept or read for the moment; try again later.");
  }
}
