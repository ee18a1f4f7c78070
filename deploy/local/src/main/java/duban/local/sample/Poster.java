package duban.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import duban.local.home.Refusal;
import duban.local.sample.SampleGateway.Answer;
import duban.local.sample.SampleGateway.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Posts one district's events in their order, as its system and the bureau would: what stands alone
 * in batches of lines, what counts only as a whole as an array.
 */
final class Poster {

  /**
   * What became of a run of postings.
   *
   * @param fresh events that were not in the ledger before
   * @param seq where the ledger stood after the last of them
   */
  record Posted(int fresh, int events, long seq) {

    static final Posted NOTHING = new Posted(0, 0, 0);

    Posted and(Posted next) {
      return new Posted(fresh + next.fresh, events + next.events, Math.max(seq, next.seq));
    }
  }

  private final SampleGateway gateway;
  private final String district;

  Poster(SampleGateway gateway, String district) {
    this.gateway = gateway;
    this.district = district;
  }

  /** Of {@code postings} those that are this district's. */
  Posted post(List<Posting> postings) throws InterruptedException {
    Posted posted = Posted.NOTHING;
    List<Posting> batch = new ArrayList<>();
    for (Posting posting : postings) {
      if (!posting.district().equals(district)) {
        continue;
      }
      boolean joins = !posting.isWhole() && (batch.isEmpty() || together(batch, posting));
      if (!joins) {
        posted = posted.and(postLines(batch));
        batch.clear();
      }
      if (posting.isWhole()) {
        posted = posted.and(postWhole(posting));
      } else {
        batch.add(posting);
      }
    }
    return posted.and(postLines(batch));
  }

  /** A request is handed in on one day, in one name. */
  private static boolean together(List<Posting> batch, Posting posting) {
    return batch.getLast().voice() == posting.voice()
        && batch.getLast().day().equals(posting.day());
  }

  private Posted postLines(List<Posting> batch) throws InterruptedException {
    if (batch.isEmpty()) {
      return Posted.NOTHING;
    }
    String lines =
        batch.stream()
            .map(posting -> posting.events().getFirst() + "\n")
            .collect(Collectors.joining());
    Answer answer =
        gateway.post(
            caller(batch.getFirst()), path(), SampleGateway.NDJSON, lines, batch.getFirst().day());
    if (!answer.isGood()) {
      throw refused(answer.body());
    }
    Posted posted = Posted.NOTHING;
    for (JsonNode line : answer.lines()) {
      posted = posted.and(resultOf(line));
    }
    if (posted.events() != batch.size()) {
      throw refused("%d lines were answered by %d".formatted(batch.size(), posted.events()));
    }
    return posted;
  }

  private Posted resultOf(JsonNode line) {
    return switch (line.path("status").asText()) {
      case "appended" -> new Posted(1, 1, line.get("seq").asLong());
      case "duplicate" -> new Posted(0, 1, line.get("seq").asLong());
      default -> throw refused(line.toString());
    };
  }

  private Posted postWhole(Posting posting) throws InterruptedException {
    Answer answer =
        gateway.post(
            caller(posting),
            path(),
            SampleGateway.JSON,
            posting.events().toString(),
            posting.day());
    if (!answer.isGood()) {
      throw refused(answer.body());
    }
    int fresh = answer.status() == 201 ? posting.events().size() : 0;
    JsonNode receipts = answer.json().get("events");
    long seq = receipts.get(receipts.size() - 1).get("seq").asLong();
    return new Posted(fresh, posting.events().size(), seq);
  }

  private Caller caller(Posting posting) {
    return switch (posting.voice()) {
      case DISTRICT -> new Caller(Voice.DISTRICT.role(), district);
      case BUREAU -> new Caller(Voice.BUREAU.role(), SampleLoader.EVERYWHERE);
    };
  }

  private String path() {
    return "/districts/" + district + "/events";
  }

  private Refusal refused(String why) {
    return new Refusal("the ledger of " + district + " does not take the sample: " + why);
  }
}
