package duban.plans.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Issue;
import duban.contracts.catalogue.Programme;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Plan;
import duban.contracts.plan.PlanEvent;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.NewEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every fact this service can state, with the id that its place in the order gives it. As ids are
 * unique in a ledger, {@code 320412-2022-r2} can be published once, whoever tries.
 */
public final class Facts {

  private Facts() {}

  /** Revision 1 is published, later ones amend it. */
  public static NewEvent revision(Plan content, int number, @Nullable String reason, String by) {
    String plan = content.id();
    PlanEvent event =
        number == 1
            ? new PlanEvent.PlanPublished(plan, number, content)
            : new PlanEvent.PlanAmended(plan, number, reason, content);
    return of(revisionId(plan, number), event, by);
  }

  /** {@code 320412-2022-r1}. */
  public static String revisionId(String plan, int number) {
    return plan + "-r" + number;
  }

  public static NewEvent closing(String plan, int revision, @Nullable String reason, String by) {
    return of(plan + "-closed", new PlanEvent.PlanClosed(plan, revision, reason), by);
  }

  /** The {@code number}th wording of an indicator, 1 for its first. */
  public static NewEvent indicator(Indicator indicator, int number, String by) {
    String id = "indicator-" + indicator.key() + "-r" + number;
    return of(id, new PlanEvent.IndicatorDefined(indicator), by);
  }

  /** The {@code number}th wording of the municipality's settings. */
  public static NewEvent settings(Settings settings, int number, String by) {
    return of("settings-r" + number, new PlanEvent.SettingsDefined(settings), by);
  }

  /** The {@code number}th wording of a programme. */
  public static NewEvent programme(Programme programme, int number, String by) {
    String id = "programme-" + programme.key() + "-r" + number;
    return of(id, new PlanEvent.ProgrammeDefined(programme), by);
  }

  /** {@code bulletin-320400-2022-06-r1}. */
  public static NewEvent issue(Issue issue, String by) {
    String id = String.join("-", issue.kind(), issue.scope(), issue.period());
    return of(id + "-r" + issue.number(), new PlanEvent.BulletinIssued(issue), by);
  }

  public static NewEvent district(District district, String by) {
    String id = "district-" + district.code() + "-" + district.from();
    return of(id, new PlanEvent.DistrictDefined(district), by);
  }

  /** The content by which two wordings of the same thing are told apart. */
  public static CanonicalBody canonical(Object content) {
    return CanonicalJson.canonical(Json.lenient().valueToTree(content));
  }

  private static NewEvent of(String id, PlanEvent event, String by) {
    ObjectNode body = Json.lenient().valueToTree(event);
    body.put(CanonicalJson.AUTHOR, by);
    String type = EventTypes.full(event.type());
    return new NewEvent(
        id, type, Indexing.subject(event), Indexing.refers(event), CanonicalJson.canonical(body));
  }
}
