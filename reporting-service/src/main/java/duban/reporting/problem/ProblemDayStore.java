package duban.reporting.problem;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The SQL of the day up to which a district's overdue problems were told. */
@ApplicationScoped
class ProblemDayStore {

  private static final String BEGIN =
      """
      insert into problem_turn (district, day) select unnest($1::text[]), $2::date
      on conflict (district) do nothing
      """;

  private static final String TOLD_DAY =
      "select day from problem_turn where district = $1 and day <> $2";

  private static final String TURN = "update problem_turn set day = $2 where district = $1";

  /** From that day on the district's overdue problems are told as they turn. */
  Uni<Void> begin(SqlConnection transaction, Collection<String> districts, LocalDate day) {
    return transaction
        .preparedQuery(BEGIN)
        .execute(Tuple.of(districts.toArray(String[]::new), day))
        .replaceWithVoid();
  }

  /** The day that was last told, if it is another; null when there is nothing to turn. */
  Uni<@Nullable LocalDate> toldDay(SqlConnection transaction, String district, LocalDate day) {
    return transaction
        .preparedQuery(TOLD_DAY)
        .execute(Tuple.of(district, day))
        .map(rows -> rows.rowCount() == 0 ? null : rows.iterator().next().getLocalDate("day"));
  }

  Uni<Void> turn(SqlConnection transaction, String district, LocalDate day) {
    return transaction.preparedQuery(TURN).execute(Tuple.of(district, day)).replaceWithVoid();
  }
}
