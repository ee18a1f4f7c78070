package duban.reporting.target;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.ObservationStore;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.rollup.CountStore;
import duban.reporting.rollup.CountStore.Counted;
import duban.reporting.rollup.Peak;
import duban.reporting.rollup.Rollup;
import duban.reporting.rollup.RollupStore;
import duban.reporting.standing.Observation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Tells targets anew and moves every sum above them by the difference, in one order for all: first
 * the district's own rows, then the rows that districts share.
 */
@ApplicationScoped
public class Retelling {

  private final TargetStore targets;
  private final ObservationStore observations;
  private final CountStore counts;
  private final RollupStore rollups;

  Retelling(
      TargetStore targets, ObservationStore observations, CountStore counts, RollupStore rollups) {
    this.targets = targets;
    this.observations = observations;
    this.counts = counts;
    this.rollups = rollups;
  }

  /** What changed, as it stands now. */
  public record Told(List<Move> moves, List<Counted> counts, List<Rollup> rollups) {

    static final Told NOTHING = new Told(List.of(), List.of(), List.of());
  }

  public Uni<Told> tell(SqlConnection transaction, Collection<String> subjects, Setting setting) {
    if (subjects.isEmpty()) {
      return Uni.createFrom().item(Told.NOTHING);
    }
    return targets
        .concerned(transaction, subjects)
        .chain(states -> moves(transaction, states, setting))
        .chain(moves ->
            moves.isEmpty()
                ? Uni.createFrom().item(Told.NOTHING)
                : move(transaction, moves, setting));
  }

  private Uni<List<Move>> moves(
      SqlConnection transaction, List<TargetState> states, Setting setting) {
    List<Wanted> wanted = states.stream().map(TargetState::wanted).toList();
    return observations
        .mattering(transaction, wanted, setting.today(), null)
        .map(found -> states.stream().map(state -> move(state, found, setting)).toList());
  }

  private static Move move(
      TargetState state, Map<String, List<Observation>> found, Setting setting) {
    return Move.of(
        state,
        state.definition(setting.catalogue()),
        setting.scopesOf(state.place().district()),
        found.getOrDefault(state.place().target(), List.of()),
        setting.today());
  }

  private Uni<Told> move(SqlConnection transaction, List<Move> moves, Setting setting) {
    Differences differences = Differences.of(moves);
    return targets
        .stand(transaction, moves, setting.today())
        .chain(() -> counts.move(transaction, differences.counts()))
        .chain(counted ->
            rollups
                .move(transaction, differences.rollups(), differences.reports())
                .chain(moved -> rollups.reported(transaction, moved, differences.receded()))
                .chain(moved -> withPeaks(transaction, moved, setting))
                .map(moved -> new Told(moves, counted, moved)));
  }

  private Uni<List<Rollup>> withPeaks(
      SqlConnection transaction, List<Rollup> moved, Setting setting) {
    if (moved.stream().noneMatch(rollup -> hasPeak(rollup, setting))) {
      return Uni.createFrom().item(moved);
    }
    return Multi.createFrom()
        .iterable(moved)
        .onItem()
        .transformToUniAndConcatenate(rollup ->
            hasPeak(rollup, setting)
                ? withPeak(transaction, rollup, setting)
                : Uni.createFrom().item(rollup))
        .collect()
        .asList();
  }

  private Uni<Rollup> withPeak(SqlConnection transaction, Rollup rollup, Setting setting) {
    Aggregation aggregation = aggregation(rollup, setting);
    return rollups
        .candidates(transaction, rollup.key())
        .map(candidates -> Peak.of(aggregation, candidates))
        .chain(peak ->
            rollups.keepPeak(transaction, rollup.key(), peak).replaceWith(() -> rollup.with(peak)));
  }

  /** Also where a peak is left over from before the indicator was defined otherwise. */
  private static boolean hasPeak(Rollup rollup, Setting setting) {
    Aggregation aggregation = aggregation(rollup, setting);
    return rollup.peak() != null
        || aggregation == Aggregation.MAX
        || aggregation == Aggregation.LATEST;
  }

  private static Aggregation aggregation(Rollup rollup, Setting setting) {
    Indicator indicator = setting.catalogue().indicator(rollup.key().indicator());
    return indicator == null ? Aggregation.NONE : indicator.aggregation();
  }
}
