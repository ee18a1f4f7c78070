package duban.reporting.query;

import duban.door.ProblemException;
import duban.reporting.catalogue.Catalogues;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.EventRow;
import duban.reporting.hindsight.Hindsight;
import duban.reporting.hindsight.Told;
import duban.reporting.question.AsOf;
import duban.reporting.question.Asked;
import duban.reporting.question.Viewpoint;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Tells whole scopes as of a day and as known at a moment, for rooms that make papers of them. */
@ApplicationScoped
public class Telling {

  private final Catalogues catalogues;
  private final Hindsight hindsight;
  private final Reports reports;
  private final PlanReports planReports;
  private final EventReports events;

  Telling(
      Catalogues catalogues,
      Hindsight hindsight,
      Reports reports,
      PlanReports planReports,
      EventReports events) {
    this.catalogues = catalogues;
    this.hindsight = hindsight;
    this.reports = reports;
    this.planReports = planReports;
    this.events = events;
  }

  /**
   * The setting of a day with the catalogue as it was known.
   *
   * @throws ProblemException NOT_FOUND, when the tree of that day does not know the scope
   */
  public Uni<Setting> setting(SqlClient client, String scope, LocalDate day, Instant knownAt) {
    return catalogues
        .knownAt(client, knownAt)
        .map(known -> new Setting(day, known))
        .invoke(setting -> {
          if (!setting.knows(scope)) {
            throw Asked.unknownScope(scope);
          }
        });
  }

  /** The scope on the setting's day, by the plans of that year. */
  public Uni<ScopeTold> scope(
      SqlClient client, Setting setting, String scope, int year, Instant knownAt) {
    return hindsight
        .scope(client, scope, year, new Viewpoint(setting, knownAt, false))
        .map(told -> ScopeTold.of(told, setting, scope, year));
  }

  /** Since when each target that is red on the scope's day has been so without a break. */
  public Uni<Map<String, LocalDate>> redSince(SqlClient client, ScopeTold told, Instant knownAt) {
    return hindsight.redSince(client, targets(told), viewpoint(told, knownAt));
  }

  /** By target of the scope, the places of the events that its figure is made of. */
  public Uni<Map<String, List<Long>>> basis(SqlClient client, ScopeTold told, Instant knownAt) {
    return hindsight.basis(client, targets(told), viewpoint(told, knownAt));
  }

  private static List<Told> targets(ScopeTold told) {
    return told.plans().stream().flatMap(plan -> plan.told().stream()).toList();
  }

  private static Viewpoint viewpoint(ScopeTold told, Instant knownAt) {
    return new Viewpoint(told.setting(), knownAt, false);
  }

  /** One plan, as its report says it. */
  public Uni<PlanView> plan(String plan, LocalDate day, Instant knownAt) {
    return planReports.plan(plan, new AsOf(day, knownAt), false);
  }

  /**
   * A page of a district's events of a year past a place, in the ledger's order; empty at its end.
   */
  public Uni<List<EventRow>> events(
      String district, int year, long after, LocalDate day, Instant knownAt) {
    return events.page(district, year, after, day, knownAt);
  }

  /** The sums of a scope, as their report says them. */
  public Uni<RollupsView> rollups(String scope, int year, LocalDate day, Instant knownAt) {
    return reports.rollups(scope, year, null, new AsOf(day, knownAt));
  }
}
