package duban.progress.intake;

import duban.contracts.Json;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** A batch's results as lines of JSON. */
public final class ResultLines implements Consumer<LineResult> {

  private static final Logger LOG = Logger.getLogger(ResultLines.class);

  private final OutputStream out;

  public ResultLines(OutputStream out) {
    this.out = out;
  }

  @Override
  public void accept(LineResult result) {
    try {
      out.write(Json.lenient().writeValueAsBytes(result));
      out.write('\n');
    } catch (IOException full) {
      LOG.errorf("a batch's results cannot be kept in the temporary folder: %s", full);
      throw ProblemException.of(
          ProblemType.TRY_LATER,
          "暂时无法保存逐行结果；各行可能已入账，请稍后原样重发。",
          "The results cannot be kept for the moment; lines may have been appended, so send the"
              + " same batch again later.");
    }
  }
}
