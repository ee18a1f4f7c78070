package duban.reporting.catalogue;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** This replica's copy of the catalogue, and a few of what it was before. */
@ApplicationScoped
public class Catalogues {

  /** Whoever looks back does so by month and bulletin: a handful of moments, over and over. */
  private static final int MOST_PAST = 24;

  /** A past catalogue is told apart by its position; it is no copy that could grow old. */
  private static final long PAST = -1;

  private final CatalogueStore store;
  private volatile Catalogue copy = Catalogue.UNKNOWN;

  /** By the position of the last definition in it, so that all moments between two share one. */
  private final Map<Long, Catalogue> past =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Catalogue> eldest) {
              return size() > MOST_PAST;
            }
          });

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
  public Uni<Catalogue> knownAt(SqlClient client, Instant moment) {
    return knownAt(client, List.of(moment))
        .map(catalogues -> Objects.requireNonNull(catalogues.get(moment)));
  }

  /** The same for several moments; each catalogue that is not held is read once. */
  public Uni<Map<Instant, Catalogue>> knownAt(SqlClient client, List<Instant> moments) {
    return store
        .positions(client, moments)
        .chain(positions -> {
          Map<Long, Instant> wanted = new LinkedHashMap<>();
          for (int i = 0; i < moments.size(); i++) {
            wanted.putIfAbsent(positions.get(i), moments.get(i));
          }
          return held(client, wanted)
              .map(held -> {
                Map<Instant, Catalogue> byMoment = new HashMap<>();
                for (int i = 0; i < moments.size(); i++) {
                  byMoment.put(moments.get(i), Objects.requireNonNull(held.get(positions.get(i))));
                }
                return byMoment;
              });
        });
  }

  private Uni<Map<Long, Catalogue>> held(SqlClient client, Map<Long, Instant> wanted) {
    return Multi.createFrom()
        .iterable(wanted.entrySet())
        .onItem()
        .transformToUniAndConcatenate(one ->
            held(client, one.getKey(), one.getValue())
                .map(catalogue -> Map.entry(one.getKey(), catalogue)))
        .collect()
        .asMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private Uni<Catalogue> held(SqlClient client, long position, Instant moment) {
    Catalogue known = past.get(position);
    return known != null
        ? Uni.createFrom().item(known)
        : store.load(client, PAST, moment).invoke(read -> past.put(position, read));
  }
}
