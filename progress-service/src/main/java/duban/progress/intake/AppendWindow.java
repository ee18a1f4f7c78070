package duban.progress.intake;

import duban.contracts.Ledgers;
import duban.contracts.problem.Problem;
import duban.ledger.append.Answer;
import duban.ledger.append.Append;
import duban.ledger.append.Ledger;
import duban.ledger.append.LedgerUnavailable;
import duban.ledger.chain.NewEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A batch's lines that are not answered yet, in their order: a bounded number of appends under way,
 * which the ledger commits in groups, and between them the lines that were refused, so that results
 * come in the order of the lines. A ledger that takes nothing for the moment makes the batch wait;
 * one that takes nothing for long makes it give up, and then nothing more is sent.
 */
final class AppendWindow {

  private sealed interface Pending {
    record Decided(LineResult result) implements Pending {}

    /** Sent, perhaps more than once; the ledger knows an event that it has already. */
    final class Sent implements Pending {
      private final int line;
      private final int bytes;
      private final NewEvent event;
      private CompletableFuture<Answer<Problem>> answer;

      Sent(int line, int bytes, NewEvent event, CompletableFuture<Answer<Problem>> answer) {
        this.line = line;
        this.bytes = bytes;
        this.event = event;
        this.answer = answer;
      }
    }
  }

  private final String ledgerName;
  private final @Nullable Instant at;
  private final Ledger<Problem> ledger;
  private final IntakeLimits limits;
  private final Endurance endurance;
  private final String language;
  private final Consumer<LineResult> results;
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private final Map<String, String> subjects = new HashMap<>();
  private int pendingBytes;
  private boolean givenUp;

  /**
   * @param at when the batch is handed in; null: now
   * @param results told each line's result, in the order of the lines
   */
  AppendWindow(
      String district,
      @Nullable Instant at,
      Ledger<Problem> ledger,
      IntakeLimits limits,
      Endurance endurance,
      String language,
      Consumer<LineResult> results) {
    this.at = at;
    this.ledgerName = Ledgers.progress(district);
    this.ledger = ledger;
    this.limits = limits;
    this.endurance = endurance;
    this.language = language;
    this.results = results;
  }

  boolean givenUp() {
    return givenUp;
  }

  void giveUp() {
    givenUp = true;
  }

  /** What an event under way is about. */
  Optional<String> subjectOf(String id) {
    return Optional.ofNullable(subjects.get(id));
  }

  void decided(LineResult result) {
    makeRoom();
    pending.add(new Pending.Decided(result));
  }

  void send(int line, int bytes, NewEvent event) {
    makeRoom();
    CompletableFuture<Answer<Problem>> answer = append(event);
    // A full queue says so at once; nothing behind this line is sent before it is taken.
    while (notTaken(answer) && (settledOne() || endurance.waitAgain())) {
      answer = append(event);
    }
    givenUp = givenUp || notTaken(answer);
    pending.add(new Pending.Sent(line, bytes, event, answer));
    pendingBytes += bytes;
    subjects.put(event.id(), event.subject());
  }

  void settleAll() {
    while (settledOne()) {
      // The next one.
    }
  }

  private void makeRoom() {
    while (pending.size() >= limits.windowEvents() || pendingBytes > limits.windowBytes()) {
      settleOldest();
    }
  }

  private boolean settledOne() {
    if (pending.isEmpty()) {
      return false;
    }
    settleOldest();
    return true;
  }

  private void settleOldest() {
    switch (pending.remove()) {
      case Pending.Decided decided -> results.accept(decided.result());
      case Pending.Sent sent -> {
        Answer<Problem> answer = settled(sent);
        pendingBytes -= sent.bytes;
        subjects.remove(sent.event.id(), sent.event.subject());
        results.accept(LineResult.of(sent.line, sent.event.id(), answer, language));
      }
    }
  }

  private Answer<Problem> settled(Pending.Sent sent) {
    Answer<Problem> answer = answered(sent);
    while (answer instanceof Answer.TryLater<Problem> && endurance.waitAgain()) {
      sendAgain(sent);
      answer = answered(sent);
    }
    if (answer instanceof Answer.TryLater<Problem>) {
      givenUp = true;
    } else {
      endurance.renew();
    }
    return answer;
  }

  /** The oldest line, and at once with it those behind it that failed as well, in their order. */
  private void sendAgain(Pending.Sent oldest) {
    oldest.answer = append(oldest.event);
    CompletableFuture<Answer<Problem>> last = oldest.answer;
    for (Pending other : pending) {
      if (notTaken(last)) {
        return;
      }
      if (other instanceof Pending.Sent sent && notTaken(sent.answer)) {
        sent.answer = append(sent.event);
        last = sent.answer;
      }
    }
  }

  private CompletableFuture<Answer<Problem>> append(NewEvent event) {
    return ledger.append(ledgerName, Append.of(event).at(at)).subscribeAsCompletionStage();
  }

  /** Whether it is known by now that the ledger did not take it, or may not have. */
  private static boolean notTaken(CompletableFuture<Answer<Problem>> answer) {
    return answer.isCompletedExceptionally()
        || (answer.isDone() && answer.resultNow() instanceof Answer.TryLater<Problem>);
  }

  private Answer<Problem> answered(Pending.Sent sent) {
    try {
      return sent.answer.get(limits.appendTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Answer.TryLater<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.TryLater<>();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LedgerUnavailable) {
        return new Answer.TryLater<>();
      }
      throw new IllegalStateException("an append failed as none should", e.getCause());
    }
  }
}
