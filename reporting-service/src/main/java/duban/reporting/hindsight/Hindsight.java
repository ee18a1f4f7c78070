package duban.reporting.hindsight;

import duban.contracts.plan.Plan;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.ObservationStore;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.plan.Placed;
import duban.reporting.plan.Revision;
import duban.reporting.plan.RevisionStore;
import duban.reporting.plan.RevisionStore.Defining;
import duban.reporting.promise.Definition;
import duban.reporting.question.Viewpoint;
import duban.reporting.standing.Basis;
import duban.reporting.standing.Fold;
import duban.reporting.standing.Observation;
import duban.reporting.standing.ReachedLine;
import duban.reporting.standing.RedSince;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells plans as of a day and as known at a moment: the revisions that were in force, folded over
 * the observations that were known. The same fold serves the present, so both agree where they
 * meet. However many plans are told, it asks for their revisions once and for their observations
 * once.
 */
@ApplicationScoped
public class Hindsight {

  private final RevisionStore revisions;
  private final ObservationStore observations;

  Hindsight(RevisionStore revisions, ObservationStore observations) {
    this.revisions = revisions;
    this.observations = observations;
  }

  /** The plans of a year in every district of the scope, by id. */
  public Uni<List<ToldPlan>> scope(SqlClient client, String scope, int year, Viewpoint from) {
    List<String> ids =
        from.setting().within(scope).stream().map(district -> district + "-" + year).toList();
    return plans(client, ids, from);
  }

  /** By id; a plan that was not published by then is left out. */
  public Uni<List<ToldPlan>> plans(SqlClient client, Collection<String> ids, Viewpoint from) {
    return revisions
        .known(client, ids, from.knownAt())
        .chain(revisions -> tell(client, revisions, from));
  }

  /** Null when the plan was not published by then. */
  public Uni<@Nullable ToldPlan> plan(SqlClient client, String id, Viewpoint from) {
    return plans(client, List.of(id), from).map(told -> told.isEmpty() ? null : told.getFirst());
  }

  private Uni<List<ToldPlan>> tell(SqlClient client, List<Revision> revisions, Viewpoint from) {
    List<Wanted> wanted =
        revisions.stream().flatMap(one -> wanted(one.content()).stream()).toList();
    return observations(client, wanted, from)
        .map(found ->
            revisions.stream()
                .map(one ->
                    ToldPlan.of(one, told(one, Placed.of(one.content()), found, from.setting())))
                .toList());
  }

  /**
   * @param dropped whether a later revision that was known by then promises it no more
   * @param revision the one that promised it last
   */
  public record ToldTarget(Told told, boolean dropped, Revision revision) {}

  /** Null when no revision had promised it by then. */
  public Uni<@Nullable ToldTarget> target(SqlClient client, String id, Viewpoint from) {
    return revisions
        .defining(client, Plan.idOf(id), id, from.knownAt())
        .chain(defining ->
            defining == null ? Uni.createFrom().nullItem() : target(client, id, defining, from));
  }

  private Uni<ToldTarget> target(SqlClient client, String id, Defining defining, Viewpoint from) {
    Revision revision = defining.revision();
    List<Placed> one =
        Placed.of(revision.content()).stream()
            .filter(placed -> placed.target().id().equals(id))
            .toList();
    return observations(client, List.of(Wanted.of(one.getFirst(), revision.content())), from)
        .map(found ->
            new ToldTarget(
                told(revision, one, found, from.setting()).getFirst(),
                defining.dropped(),
                revision));
  }

  private Uni<Map<String, List<Observation>>> observations(
      SqlClient client, Collection<Wanted> wanted, Viewpoint from) {
    return observations(client, wanted, from.setting(), from.knownAt());
  }

  /** What the fold of these targets needs, by target. */
  Uni<Map<String, List<Observation>>> observations(
      SqlClient client, Collection<Wanted> wanted, Setting setting, @Nullable Instant knownAt) {
    return observations.mattering(client, wanted, setting.today(), knownAt);
  }

  /**
   * Since when targets have been red without a break, by target; one that is not red on the day is
   * left out. Only what is red is read again, day by day.
   */
  public Uni<Map<String, LocalDate>> redSince(
      SqlClient client, Collection<Told> targets, Viewpoint from) {
    List<Told> red = targets.stream().filter(one -> one.standing().light().isRed()).toList();
    return observations
        .everyDay(client, wanted(red), from.day(), from.knownAt())
        .map(said -> {
          Map<String, LocalDate> since = new HashMap<>();
          for (Told one : red) {
            String target = one.place().target();
            LocalDate first =
                RedSince.of(one.definition(), said.getOrDefault(target, List.of()), from.day());
            if (first != null) {
              since.put(target, first);
            }
          }
          return since;
        });
  }

  /**
   * A target's way up to the day.
   *
   * @param redSince null when it is not red on that day
   */
  public record Course(@Nullable LocalDate redSince, List<ReachedLine.Point> reachedLine) {}

  public Uni<Course> course(SqlClient client, Told one, Viewpoint from) {
    return observations
        .everyDay(client, wanted(List.of(one)), from.day(), from.knownAt())
        .map(found -> {
          List<Observation> said = found.getOrDefault(one.place().target(), List.of());
          return new Course(
              RedSince.of(one.definition(), said, from.day()),
              ReachedLine.of(one.definition(), said, from.day()));
        });
  }

  /** By target, the places of the events that its figure is made of. */
  public Uni<Map<String, List<Long>>> basis(
      SqlClient client, Collection<Told> targets, Viewpoint from) {
    return observations
        .unsummed(client, wanted(targets), from.day(), from.knownAt())
        .map(said ->
            targets.stream()
                .collect(
                    Collectors.toMap(one -> one.place().target(), one -> basis(one, said, from))));
  }

  private static List<Long> basis(Told one, Map<String, List<Observation>> said, Viewpoint from) {
    return Basis.of(
        one.definition(), said.getOrDefault(one.place().target(), List.of()), from.day());
  }

  private static List<Wanted> wanted(Collection<Told> targets) {
    return targets.stream().map(one -> Wanted.of(one.place(), one.definition().target())).toList();
  }

  static List<Wanted> wanted(Plan content) {
    return Placed.of(content).stream().map(placed -> Wanted.of(placed, content)).toList();
  }

  /** Folds some targets of a revision over what was found of them. */
  static List<Told> told(
      Revision revision,
      Collection<Placed> targets,
      Map<String, List<Observation>> found,
      Setting setting) {
    Plan content = revision.content();
    return targets.stream()
        .map(placed -> {
          Definition definition =
              Definition.of(
                  placed.target(),
                  content,
                  setting.catalogue().indicator(placed.target().indicator()),
                  setting.catalogue().settings());
          List<Observation> said = found.getOrDefault(placed.target().id(), List.of());
          return new Told(
              placed.in(content, revision.number()),
              definition,
              Fold.standing(definition, said, setting.today()));
        })
        .toList();
  }
}
