package duban.plans.catalogue;

import duban.contracts.Ledgers;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.ledger.read.LedgerReader;
import duban.plans.publication.LedgerFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The catalogue, as it is known now and as it was known before. */
@ApplicationScoped
public class CatalogueLog {

  private static final int PAGE = 500;

  private final LedgerFold<Catalogue> fold;

  @Inject
  CatalogueLog(LedgerReader reader) {
    this.fold =
        new LedgerFold<>(reader, Ledgers.CATALOGUE, Catalogue.EMPTY, Catalogue::after, PAGE);
  }

  public Uni<Catalogue> now() {
    return fold.now();
  }

  /**
   * The catalogue as it was known at a moment such as {@code 2022-07-01T08:00:00+08:00}.
   *
   * @param moment null: now
   * @throws ProblemException INVALID_REQUEST, for what is no moment
   */
  public Uni<Catalogue> knownAt(@Nullable String moment) {
    if (moment == null) {
      return now();
    }
    try {
      return fold.knownAt(OffsetDateTime.parse(moment).toInstant());
    } catch (DateTimeParseException malformed) {
      throw ProblemException.of(
          ProblemType.INVALID_REQUEST,
          "knownAt 应为时刻，如 2022-07-01T08:00:00+08:00。",
          "knownAt must be a moment such as 2022-07-01T08:00:00+08:00.");
    }
  }
}
