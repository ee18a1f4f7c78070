package duban.plans.catalogue;

import duban.contracts.Ledgers;
import duban.ledger.read.LedgerReader;
import duban.plans.publication.LedgerFold;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The catalogue, as of now. */
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
}
