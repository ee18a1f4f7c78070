package duban.reporting.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** This replica's copy of the catalogue. */
@ApplicationScoped
public class Catalogues {

  private final CatalogueStore store;
  private volatile Catalogue copy = Catalogue.UNKNOWN;

  Catalogues(CatalogueStore store) {
    this.store = store;
  }

  /** The catalogue of that version, read anew only when the copy is of another. */
  public Uni<Catalogue> at(SqlClient client, long version) {
    Catalogue known = copy;
    if (known.version() == version) {
      return Uni.createFrom().item(known);
    }
    return store.load(client, version, null).invoke(read -> copy = read);
  }

  /** The catalogue as it was known at a moment. */
  public Uni<Catalogue> knownAt(SqlClient client, long version, Instant moment) {
    return store.load(client, version, moment);
  }
}
