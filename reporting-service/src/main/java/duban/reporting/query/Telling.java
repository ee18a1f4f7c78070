package duban.reporting.query;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.reporting.catalogue.CatalogueStore;
import duban.reporting.projection.PlanStore;
import duban.reporting.projection.Setting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;

/** Tells whole scopes as of a day and as known at a moment, for rooms that make papers of them. */
@ApplicationScoped
public class Telling {

  /** No version of a catalogue that may be kept: it is one of the past. */
  private static final long OF_THE_PAST = -1;

  private final CatalogueStore catalogue;
  private final PlanStore plans;
  private final Hindsight hindsight;
  private final Reports reports;
  private final PlanReports planReports;

  Telling(
      CatalogueStore catalogue,
      PlanStore plans,
      Hindsight hindsight,
      Reports reports,
      PlanReports planReports) {
    this.catalogue = catalogue;
    this.plans = plans;
    this.hindsight = hindsight;
    this.reports = reports;
    this.planReports = planReports;
  }

  /**
   * The setting of a day with the catalogue as it was known.
   *
   * @throws ProblemException NOT_FOUND, when the tree of that day does not know the scope
   */
  public Uni<Setting> setting(SqlClient client, String scope, LocalDate day, Instant knownAt) {
    return catalogue
        .load(client, OF_THE_PAST, knownAt)
        .map(known -> new Setting(day, known))
        .invoke(setting -> {
          if (!setting.knows(scope)) {
            throw ProblemException.of(
                ProblemType.NOT_FOUND,
                "没有区划 " + scope + "。",
                "There is no division " + scope + ".");
          }
        });
  }

  /** The scope on the setting's day, by the plans of that year. */
  public Uni<ScopeTold> scope(
      SqlClient client, Setting setting, String scope, int year, Instant knownAt) {
    return plans
        .plansOf(client, setting.within(scope), year)
        .chain(found -> hindsight.plans(client, found, new AsOf(setting.today(), knownAt), setting))
        .map(told -> ScopeTold.of(told, setting, scope, year));
  }

  /** One plan, as its report says it. */
  public Uni<PlanView> plan(String plan, LocalDate day, Instant knownAt) {
    return planReports.plan(plan, new AsOf(day, knownAt));
  }

  /** The sums of a scope, as their report says them. */
  public Uni<RollupsView> rollups(String scope, int year, LocalDate day, Instant knownAt) {
    return reports.rollups(scope, year, null, new AsOf(day, knownAt));
  }
}
