package duban.progress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.ledger.append.Answer.Receipt;
import duban.ledger.chain.NewEvent;
import duban.progress.rules.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A body of JSON: one event, or an array of events that are kept together or not at all. */
@ApplicationScoped
class JsonPost {

  /**
   * @param news whether anything was appended that had not been there
   * @param body {@link ReceiptView}, or {@link ReceiptView.Several} for an array
   */
  record Posted(boolean news, Object body) {}

  private final Judge judge;
  private final Appender appender;
  private final int maxArrayEvents;

  JsonPost(Judge judge, Appender appender, IntakeLimits limits) {
    this.judge = judge;
    this.appender = appender;
    this.maxArrayEvents = limits.maxArrayEvents();
  }

  /**
   * @throws ProblemException when nothing was appended
   */
  Posted post(String district, Poster poster, OptionalLong expectedSeq, JsonNode body) {
    return body.isArray()
        ? together(district, poster, expectedSeq, body)
        : one(district, poster, expectedSeq, body);
  }

  private Posted one(String district, Poster poster, OptionalLong expectedSeq, JsonNode body) {
    NewEvent event =
        accepted(district, SubmissionReader.read(body), poster, id -> Optional.empty());
    Receipt receipt = appender.appendOne(district, poster, event, expectedSeq);
    return new Posted(!receipt.duplicate(), ReceiptView.of(receipt));
  }

  private Posted together(
      String district, Poster poster, OptionalLong expectedSeq, JsonNode array) {
    requireSize(array.size());
    List<NewEvent> events = new ArrayList<>();
    Map<String, String> subjects = new HashMap<>();
    for (int index = 0; index < array.size(); index++) {
      try {
        NewEvent event =
            accepted(
                district,
                SubmissionReader.read(array.get(index)),
                poster,
                id -> Optional.ofNullable(subjects.get(id)));
        if (subjects.put(event.id(), event.subject()) != null) {
          throw new ProblemException(twice(event.id()));
        }
        events.add(event);
      } catch (ProblemException refused) {
        throw new ProblemException(Appender.at(index, refused.problem()));
      }
    }
    List<Receipt> receipts = appender.appendTogether(district, poster, events, expectedSeq);
    boolean news = receipts.stream().anyMatch(receipt -> !receipt.duplicate());
    return new Posted(news, ReceiptView.Several.of(receipts));
  }

  private NewEvent accepted(
      String district,
      Submission submission,
      Poster poster,
      Function<String, Optional<String>> pending) {
    return switch (judge.judge(district, submission, poster, pending)) {
      case Judged.Accepted accepted -> accepted.event();
      case Judged.Refused refused -> throw new ProblemException(refused.problem());
    };
  }

  private void requireSize(int size) {
    if (size == 0) {
      throw ProblemException.at(
          ProblemType.INVALID_REQUEST, "", "数组中没有事件。", "The array has no events.");
    }
    if (size > maxArrayEvents) {
      throw ProblemException.at(
          ProblemType.TOO_LARGE,
          "",
          "一个数组最多 " + maxArrayEvents + " 个事件；更多请用 application/x-ndjson。",
          "An array has at most %d events; send more as application/x-ndjson."
              .formatted(maxArrayEvents));
    }
  }

  private static Problem twice(String id) {
    return Problem.at(
        ProblemType.INVALID_REQUEST,
        "/id",
        "编号 " + id + " 在数组中出现两次。",
        "The id " + id + " comes twice in the array.");
  }
}
