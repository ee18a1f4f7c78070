package duban.reporting.query;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import duban.reporting.event.EventRow;
import duban.reporting.plan.Placed;
import duban.reporting.plan.RevisionStore;
import duban.reporting.plan.RevisionStore.Defining;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls what events are about by the names that the plans gave it at a moment. */
@ApplicationScoped
class Titles {

  private final RevisionStore revisions;

  Titles(RevisionStore revisions) {
    this.revisions = revisions;
  }

  private record Title(@Nullable String zh, @Nullable String en, @Nullable String unit) {

    static final Title UNKNOWN = new Title(null, null, null);

    static Title of(Target target) {
      return new Title(target.title(), target.titleEn(), target.unit());
    }
  }

  /**
   * @param knownAt null: the rows have today's names already
   */
  Uni<List<EventRow>> asKnown(SqlClient client, List<EventRow> rows, @Nullable Instant knownAt) {
    if (knownAt == null || rows.isEmpty()) {
      return Uni.createFrom().item(rows);
    }
    List<String> ids =
        rows.stream().map(EventRow::plan).filter(Objects::nonNull).distinct().toList();
    return revisions
        .known(client, ids, knownAt)
        .map(revisions -> {
          Map<String, Title> titles = new HashMap<>();
          revisions.forEach(revision -> outline(revision.content(), titles));
          return titles;
        })
        .chain(titles -> withDropped(client, rows, titles, knownAt))
        .map(titles ->
            rows.stream()
                .map(row -> {
                  Title title = titles.getOrDefault(row.subject(), Title.UNKNOWN);
                  return row.titled(title.zh(), title.en(), title.unit());
                })
                .toList());
  }

  private static void outline(Plan content, Map<String, Title> titles) {
    content
        .items()
        .forEach(item ->
            titles.put(content.itemId(item), new Title(item.title(), item.titleEn(), null)));
    Placed.of(content)
        .forEach(placed -> titles.put(placed.target().id(), Title.of(placed.target())));
  }

  /** Few targets are ever dropped, so these are looked for one by one. */
  private Uni<Map<String, Title>> withDropped(
      SqlClient client, List<EventRow> rows, Map<String, Title> titles, Instant knownAt) {
    List<String> missing =
        rows.stream()
            .filter(row -> row.plan() != null)
            .map(EventRow::subject)
            .filter(subject -> subject.contains(".") && !titles.containsKey(subject))
            .distinct()
            .toList();
    return Multi.createFrom()
        .iterable(missing)
        .onItem()
        .transformToUniAndConcatenate(subject ->
            revisions
                .defining(client, Plan.idOf(subject), subject, knownAt)
                .invoke(defining -> titles.put(subject, title(subject, defining))))
        .collect()
        .last()
        .replaceWith(titles);
  }

  private static Title title(String subject, @Nullable Defining defining) {
    return defining == null
        ? Title.UNKNOWN
        : Placed.of(defining.revision().content()).stream()
            .map(Placed::target)
            .filter(target -> target.id().equals(subject))
            .findFirst()
            .map(Title::of)
            .orElse(Title.UNKNOWN);
  }
}
