package duban.progress.ledger;

import duban.contracts.DistrictCode;
import duban.contracts.Ledgers;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.ledger.read.LedgerReader;
import duban.ledger.read.LedgerVerifier;
import duban.ledger.read.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and proves the ledgers for a caller, who sees those of their districts and no others. */
@ApplicationScoped
public class LedgerBook {

  private final LedgerReader reader;
  private final LedgerVerifier verifier;
  private final Caller caller;
  private final int maxPageEvents;
  private final Semaphore verifications;

  LedgerBook(LedgerReader reader, LedgerVerifier verifier, Caller caller, LedgerSettings settings) {
    this.reader = reader;
    this.verifier = verifier;
    this.caller = caller;
    this.maxPageEvents = settings.maxPageEvents();
    this.verifications = new Semaphore(settings.verificationsAtOnce());
  }

  /**
   * @param about a target's or work item's id, or null for all events
   */
  Uni<EventPage> events(String district, PageRequest page, @Nullable String about) {
    String ledger = readable(district);
    int limit = Math.min(page.limit(), maxPageEvents);
    return Database.orTryLater(
            about == null
                ? reader.after(ledger, page.after(), limit + 1)
                : reader.bySubject(ledger, about, page.after(), limit + 1))
        .map(links -> EventPage.of(ledger, links, limit));
  }

  Uni<HeadView> head(String district) {
    return Database.orTryLater(reader.head(readable(district))).map(HeadView::of);
  }

  Uni<HeadView.Several> heads() {
    // Asked before the database is: what comes back may do so outside the request.
    var districts = caller.districts();
    return Database.orTryLater(reader.heads())
        .map(heads ->
            heads.stream()
                .filter(head -> covered(districts, Ledgers.key(head.ledger())))
                .map(HeadView::of)
                .toList())
        .map(HeadView.Several::new);
  }

  /** Reads every link, so only a few at a time; the time it takes grows with the ledger. */
  Uni<VerificationView> verify(String district, Consumer<Progress> told) {
    String ledger = readable(district);
    if (!verifications.tryAcquire()) {
      throw ProblemException.of(
          ProblemType.TRY_LATER, "正在核验其他台账，请稍后再试。", "Other ledgers are being verified; try later.");
    }
    return verifier
        .verify(ledger, told)
        .onTermination()
        .invoke(verifications::release)
        .map(VerificationView::of);
  }

  private String readable(String district) {
    caller.requireDistrict(district);
    return Ledgers.progress(district);
  }

  private static boolean covered(Iterable<String> holders, String district) {
    for (String holder : holders) {
      if (DistrictCode.covers(holder, district)) {
        return true;
      }
    }
    return false;
  }
}
