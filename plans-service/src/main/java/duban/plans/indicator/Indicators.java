package duban.plans.indicator;

import duban.contracts.Ledgers;
import duban.contracts.Text;
import duban.contracts.catalogue.Indicator;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.Precondition;
import duban.door.ProblemException;
import duban.plans.catalogue.Catalogue.Entry;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.publication.Facts;
import duban.plans.publication.Publication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words indicators, anew or better. The wording's number is part of the fact's id, so that of two
 * who change the same wording the ledger takes one.
 */
@ApplicationScoped
public class Indicators {

  @Inject CatalogueLog catalogue;
  @Inject Publication publication;

  /** Who words an indicator, and what they have seen of it. */
  record Author(String subject, @Nullable String ifMatch) {}

  /**
   * @param created whether there was no such indicator before
   */
  record Worded(Entry entry, boolean created) {}

  /** Fails with PRECONDITION_REQUIRED or PRECONDITION_FAILED, or CONFLICT for another meaning. */
  Uni<Worded> word(Indicator wanted, Author author) {
    return catalogue
        .now()
        .chain(now -> {
          @Nullable Entry known = now.indicators().get(wanted.key());
          return known == null ? create(wanted, author) : change(known, wanted, author);
        });
  }

  private Uni<Worded> create(Indicator wanted, Author author) {
    Precondition.matchIfGiven(author.ifMatch(), "absent");
    return append(new Entry(wanted, 1), author);
  }

  private Uni<Worded> change(Entry known, Indicator wanted, Author author) {
    // To say what is said already changes nothing, so it needs no proof of having seen it.
    if (Facts.canonical(known.indicator()).equals(Facts.canonical(wanted))) {
      return Uni.createFrom().item(new Worded(known, false));
    }
    Precondition.requireMatch(author.ifMatch(), known.etag());
    List<FieldProblem> changes = IndicatorRules.changes(known.indicator(), wanted);
    if (!changes.isEmpty()) {
      Text detail = new Text("指标的口径不可更改。", "What an indicator counts cannot change.");
      throw new ProblemException(new Problem(ProblemType.CONFLICT, detail, changes));
    }
    Entry next = new Entry(wanted, known.revision() + 1);
    return append(next, author)
        .onFailure(Indicators::isConflict)
        .transform(lost -> Precondition.changedMeanwhile(next.etag()));
  }

  private Uni<Worded> append(Entry entry, Author author) {
    return publication
        .append(
            Ledgers.CATALOGUE,
            Facts.indicator(entry.indicator(), entry.revision(), author.subject()))
        .map(receipt -> new Worded(entry, entry.revision() == 1 && !receipt.duplicate()));
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof ProblemException refusal
        && refusal.problem().type() == ProblemType.CONFLICT;
  }
}
