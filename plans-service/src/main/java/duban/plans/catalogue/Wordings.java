package duban.plans.catalogue;

import duban.contracts.Ledgers;
import duban.contracts.problem.ProblemType;
import duban.door.Precondition;
import duban.door.ProblemException;
import duban.ledger.chain.NewEvent;
import duban.plans.publication.Facts;
import duban.plans.publication.Publication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Words what the catalogue holds, anew or better. The wording's number is part of the fact's id, so
 * that of two who change the same wording the ledger takes one.
 */
@ApplicationScoped
public class Wordings {

  @Inject Publication publication;

  /** Who words something, and what they have seen of it. */
  public record Author(String subject, @Nullable String ifMatch) {}

  /** Makes the fact of a thing's wording of this number. */
  public interface FactOf<T> {
    NewEvent fact(T content, int number, String by);
  }

  /** What of a thing's content may not change; throws the refusal. */
  public interface Constancy<T> {
    void require(T before, T after);
  }

  /**
   * @param created whether there was no such thing before
   */
  public record Worded<T>(Wording<T> wording, boolean created) {}

  /** Fails with PRECONDITION_FAILED when the author has seen one, or CONFLICT. */
  public <T> Uni<Worded<T>> create(T wanted, Author author, FactOf<T> fact) {
    Precondition.matchIfGiven(author.ifMatch(), "absent");
    return append(new Wording<>(wanted, 1), author, fact);
  }

  /** Fails with PRECONDITION_REQUIRED or PRECONDITION_FAILED, or with what {@code kept} refuses. */
  public <T> Uni<Worded<T>> change(
      Wording<T> known, T wanted, Author author, FactOf<T> fact, Constancy<T> kept) {
    // To say what is said already changes nothing, so it needs no proof of having seen it.
    if (Facts.canonical(known.content()).equals(Facts.canonical(wanted))) {
      return Uni.createFrom().item(new Worded<>(known, false));
    }
    if (known.revision() == 0) {
      // There is nothing of anybody's to overwrite.
      Precondition.matchIfGiven(author.ifMatch(), known.etag());
    } else {
      Precondition.requireMatch(author.ifMatch(), known.etag());
    }
    kept.require(known.content(), wanted);
    Wording<T> next = known.next(wanted);
    return append(next, author, fact)
        .onFailure(Wordings::isConflict)
        .transform(lost -> Precondition.changedMeanwhile(next.etag()));
  }

  private <T> Uni<Worded<T>> append(Wording<T> wording, Author author, FactOf<T> fact) {
    return publication
        .append(
            Ledgers.CATALOGUE, fact.fact(wording.content(), wording.revision(), author.subject()))
        .map(receipt -> new Worded<>(wording, wording.revision() == 1 && !receipt.duplicate()));
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof ProblemException refusal
        && refusal.problem().type() == ProblemType.CONFLICT;
  }
}
