package duban.reporting.target;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Target.Kind;
import duban.reporting.plan.TargetPlace;
import duban.reporting.promise.Definition;
import duban.reporting.rollup.Contribution;
import duban.reporting.rollup.CountKey;
import duban.reporting.rollup.RollupKey;
import duban.reporting.standing.LightCounts;
import duban.reporting.standing.Observation;
import duban.reporting.standing.Said;
import duban.reporting.standing.Targets;
import duban.reporting.target.TargetState.Counted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rollups that move by differences equal the sums over their targets, to the last digit. */
class DifferencesTest {

  private static final int WORLDS = 400;
  private static final int MOVES = 60;
  private static final List<String> DISTRICTS = List.of("320412", "320481", "320506");

  /** Targets as stored, and the sums that only ever moved by differences. */
  private static final class World {
    final Random random;
    final Map<String, TargetState> targets = new TreeMap<>();
    final Map<RollupKey, Contribution> rollups = new TreeMap<>();
    final Map<CountKey, LightCounts> counts = new TreeMap<>();

    World(long seed) {
      this.random = new Random(seed);
    }

    void move() {
      List<Move> moves = new ArrayList<>();
      int batch = 1 + random.nextInt(4);
      for (int i = 0; i < batch; i++) {
        String district = DISTRICTS.get(random.nextInt(DISTRICTS.size()));
        String id = district + "-2022." + random.nextInt(3) + "." + random.nextInt(3);
        if (moves.stream().noneMatch(move -> move.state().place().target().equals(id))) {
          moves.add(move(id, district));
        }
      }
      Differences differences = Differences.of(moves);
      differences.rollups().forEach((key, by) -> rollups.merge(key, by, Contribution::plus));
      differences.counts().forEach((key, by) -> counts.merge(key, by, LightCounts::plus));
      moves.forEach(move -> targets.put(move.state().place().target(), stored(move)));
    }

    /** Anything may be other than before: the definition, the scopes, the reports, the day. */
    private Move move(String id, String district) {
      TargetState before = targets.get(id);
      TargetState state =
          new TargetState(
              new TargetPlace(
                  id, Contributions.plan(id), Contributions.item(id), district, 2022, 1),
              target().target(id),
              LocalDate.of(2022, 1, 1),
              LocalDate.of(2022, 12, 31),
              30,
              random.nextInt(8) == 0,
              null,
              before == null ? null : before.standing(),
              before == null ? null : before.counted());
      List<String> scopes =
          random.nextInt(6) == 0 ? List.of(district, "320500") : List.of(district, "320400");
      return Move.of(
          state,
          Contributions.definition(state, random),
          scopes,
          said(),
          LocalDate.of(2022, 1, 1).plusDays(random.nextInt(400)));
    }

    private Targets target() {
      Kind kind = List.of(Kind.QUANTITY, Kind.RATIO, Kind.MONEY).get(random.nextInt(3));
      Targets target = Targets.of(kind).value(number()).baseline(number());
      if (random.nextBoolean()) {
        target.base(number());
      }
      return random.nextInt(5) == 0 ? target : target.indicator(Contributions.anyIndicator(random));
    }

    private String number() {
      return BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(4)).toPlainString();
    }

    private List<Observation> said() {
      return random.nextBoolean()
          ? List.of()
          : List.of(
              Said.share(random.nextInt(1000), "2022-03-01", number(), number()),
              Said.reported(1000 + random.nextInt(1000), "2022-03-02", number()));
    }

    private static TargetState stored(Move move) {
      TargetState state = move.state();
      return new TargetState(
          state.place(),
          state.target(),
          state.planStarts(),
          state.planEnds(),
          state.reportingIntervalDays(),
          state.dropped(),
          move.standing().day(),
          move.standing(),
          move.after());
    }
  }

  /** How the test's targets are read. */
  private static final class Contributions {

    static String plan(String id) {
      return id.substring(0, id.indexOf('.'));
    }

    static String item(String id) {
      return id.substring(0, id.lastIndexOf('.'));
    }

    static Indicator anyIndicator(Random random) {
      return new Indicator(
          "k" + random.nextInt(3), "名", "name", "个", Aggregation.SUM, Direction.MORE, null, null);
    }

    static Definition definition(TargetState state, Random random) {
      Aggregation aggregation =
          List.of(Aggregation.SUM, Aggregation.RATIO, Aggregation.NONE).get(random.nextInt(3));
      Direction direction = random.nextBoolean() ? Direction.MORE : Direction.LESS;
      Indicator indicator =
          state.target().indicator() == null
              ? null
              : new Indicator(
                  state.target().indicator(), "名", "n", "个", aggregation, direction, null, null);
      return new Definition(
          state.target(), state.planStarts(), state.planEnds(), 30, indicator, Settings.DEFAULT);
    }
  }

  @Test
  void equalTheSums() {
    for (long seed = 0; seed < WORLDS; seed++) {
      World world = new World(seed);
      for (int i = 0; i < MOVES; i++) {
        world.move();
      }
      assertThat(plain(world.rollups)).as("seed %d", seed).isEqualTo(plain(sums(world)));
      assertThat(nonZero(world.counts)).as("seed %d", seed).isEqualTo(counts(world));
    }
  }

  private static Map<RollupKey, Contribution> sums(World world) {
    Map<RollupKey, Contribution> sums = new TreeMap<>();
    for (TargetState state : world.targets.values()) {
      Counted counted = state.counted();
      if (counted != null && counted.indicator() != null) {
        counted
            .scopes()
            .forEach(scope ->
                sums.merge(
                    new RollupKey(scope, 2022, counted.indicator()),
                    counted.contribution(),
                    Contribution::plus));
      }
    }
    return sums;
  }

  private static Map<CountKey, LightCounts> counts(World world) {
    Map<CountKey, LightCounts> counts = new TreeMap<>();
    for (TargetState state : world.targets.values()) {
      Counted counted = state.counted();
      if (counted != null) {
        LightCounts lights = counted.contribution().counts();
        counts.merge(CountKey.item(counted.item(), 2022), lights, LightCounts::plus);
        counts.merge(CountKey.plan(state.place().plan(), 2022), lights, LightCounts::plus);
        counted
            .scopes()
            .forEach(scope -> counts.merge(CountKey.scope(scope, 2022), lights, LightCounts::plus));
      }
    }
    return counts;
  }

  private static Map<CountKey, LightCounts> nonZero(Map<CountKey, LightCounts> counts) {
    Map<CountKey, LightCounts> left = new TreeMap<>(counts);
    left.values().removeIf(LightCounts.ZERO::equals);
    return left;
  }

  /** Without the digits of scale, and without rows that came to nothing. */
  private static Map<RollupKey, List<Object>> plain(Map<RollupKey, Contribution> sums) {
    Map<RollupKey, List<Object>> plain = new TreeMap<>();
    sums.forEach((key, sum) -> {
      List<Object> figures =
          List.of(
              sum.counts(),
              sum.promised().stripTrailingZeros(),
              sum.reached().stripTrailingZeros(),
              sum.paced().stripTrailingZeros(),
              sum.baseline().stripTrailingZeros(),
              sum.numerator().stripTrailingZeros(),
              sum.denominator().stripTrailingZeros(),
              sum.promisedNumerator().stripTrailingZeros());
      if (!sum.counts().equals(LightCounts.ZERO)) {
        plain.put(key, figures);
      }
    });
    return plain;
  }
}
