package duban.progress.intake;

import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.door.StrictJson;
import duban.ledger.append.Ledger;
import duban.progress.ledger.Database;
import duban.progress.rules.Submission;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way into a ledger, line by line on the request's virtual thread. Each line
 * stands alone; what it takes of memory is one line and the window of appends under way.
 */
final class Batch {

  private final String district;
  private final Poster poster;
  private final String language;
  private final Judge judge;
  private final IntakeLimits limits;
  private final Endurance endurance;
  private final AppendWindow window;

  Batch(
      String district,
      Poster poster,
      String language,
      Judge judge,
      Ledger<Problem> ledger,
      IntakeLimits limits,
      Consumer<LineResult> results) {
    this.district = district;
    this.poster = poster;
    this.language = language;
    this.judge = judge;
    this.limits = limits;
    this.endurance = new Endurance(limits.batchPatience());
    this.window =
        new AppendWindow(district, poster.at(), ledger, limits, endurance, language, results);
  }

  /**
   * @throws IOException when the body breaks off; what was sent before is kept
   */
  void run(LineSource lines) throws IOException {
    for (Line line = lines.next(); line != null; line = lines.next()) {
      if (line.number() > limits.maxBatchLines()) {
        reject(line, null, tooManyLines());
        lines.drain();
        break;
      }
      take(line);
    }
    window.settleAll();
  }

  private void take(Line line) {
    byte[] json = line.json();
    Problem unreadable = line.problem();
    if (unreadable != null) {
      reject(line, null, unreadable);
    } else if (json == null) {
      reject(line, null, lineTooLong());
    } else if (window.givenUp()) {
      reject(line, null, Database.unavailable());
    } else {
      take(line, json);
    }
  }

  private void take(Line line, byte[] json) {
    Submission submission;
    try {
      submission = SubmissionReader.read(StrictJson.tree(json));
    } catch (ProblemException refused) {
      reject(line, null, refused.problem());
      return;
    }
    switch (judged(submission)) {
      case Judged.Refused refused -> reject(line, submission.id(), refused.problem());
      case Judged.Accepted accepted -> window.send(line.number(), json.length, accepted.event());
    }
  }

  /** Waits while the database does not say what judging needs to know. */
  private Judged judged(Submission submission) {
    while (true) {
      try {
        return judge.judge(district, submission, poster, window::subjectOf);
      } catch (ProblemException later) {
        if (!endurance.waitAgain()) {
          window.giveUp();
          return new Judged.Refused(later.problem());
        }
      }
    }
  }

  private void reject(Line line, @Nullable String id, Problem problem) {
    window.decided(LineResult.rejected(line.number(), id, problem, language));
  }

  private Problem lineTooLong() {
    return Problem.of(
        ProblemType.TOO_LARGE,
        "一行不能超过 " + limits.maxLineBytes() + " 字节。",
        "A line must not be longer than " + limits.maxLineBytes() + " bytes.");
  }

  private Problem tooManyLines() {
    return Problem.of(
        ProblemType.TOO_LARGE,
        "一批不能超过 " + limits.maxBatchLines() + " 行；此行及以后各行未处理。",
        "A batch must not have more than %d lines; this one and those behind it were not taken."
            .formatted(limits.maxBatchLines()));
  }
}
