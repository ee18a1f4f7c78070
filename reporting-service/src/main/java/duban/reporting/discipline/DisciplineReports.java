package duban.reporting.discipline;

import duban.contracts.Text;
import duban.reporting.catalogue.Setting;
import duban.reporting.freshness.Freshness;
import duban.reporting.freshness.FreshnessStore;
import duban.reporting.projection.Projection;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import duban.reporting.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report on discipline, read at one moment of the database. */
@ApplicationScoped
public class DisciplineReports {

  private static final Text NOTHING = new Text("该时段没有应报的目标。", "No report was due in that time.");

  private final Transactions transactions;
  private final Projection projection;
  private final Discipline discipline;
  private final FreshnessStore freshness;

  DisciplineReports(
      Transactions transactions,
      Projection projection,
      Discipline discipline,
      FreshnessStore freshness) {
    this.transactions = transactions;
    this.projection = projection;
    this.discipline = discipline;
    this.freshness = freshness;
  }

  /**
   * The scope's months that have begun.
   *
   * @param total of all of them
   * @param notice why no report was due; absent when some were
   */
  public record DisciplineView(
      String scope,
      String name,
      String nameEn,
      LocalDate asOf,
      @Nullable Instant knownAt,
      Freshness freshness,
      Punctuality total,
      List<MonthDiscipline> months,
      @Nullable Text notice) {}

  /**
   * @param month null: every month of the year
   */
  public Uni<DisciplineView> of(
      String scope, int year, @Nullable YearMonth month, boolean detailed, AsOf asOf) {
    return transactions.snapshot(transaction ->
        projection
            .setting(transaction, asOf.day(), asOf.knownAt())
            .chain(setting -> {
              if (!setting.knows(scope)) {
                return Uni.createFrom().failure(Asked.unknownScope(scope));
              }
              return Uni.combine()
                  .all()
                  .unis(
                      months(transaction, setting, scope, year, month, asOf),
                      freshness.of(transaction, setting.within(scope), asOf.knownAt()))
                  .with((months, fresh) -> view(scope, setting, asOf, fresh, months, detailed));
            }));
  }

  private Uni<List<MonthDiscipline>> months(
      SqlConnection transaction,
      Setting setting,
      String scope,
      int year,
      @Nullable YearMonth month,
      AsOf asOf) {
    List<String> districts = setting.within(scope);
    return month == null
        ? discipline.year(transaction, districts, year, asOf.knownAt(), setting)
        : discipline.month(transaction, districts, month, asOf.knownAt(), setting);
  }

  private static DisciplineView view(
      String scope,
      Setting setting,
      AsOf asOf,
      Freshness fresh,
      List<MonthDiscipline> months,
      boolean detailed) {
    List<MonthDiscipline> owing = months.stream().filter(month -> month.total().due() > 0).toList();
    return new DisciplineView(
        scope,
        setting.catalogue().name(scope, setting.today()),
        setting.catalogue().nameEn(scope, setting.today()),
        setting.today(),
        asOf.knownAt(),
        fresh,
        months.stream().map(MonthDiscipline::total).reduce(Punctuality.NONE, Punctuality::plus),
        detailed ? months : months.stream().map(MonthDiscipline::brief).toList(),
        fresh.whyNothing(owing, NOTHING));
  }
}
