package duban.contracts.plan;

import duban.contracts.EventTypes;
import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Issue;
import duban.contracts.catalogue.Programme;
import duban.contracts.catalogue.Settings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What plans-service publishes on {@code duban.plans}. A published or amended plan carries the
 * whole revision, so that a reader needs no other event to understand it.
 */
public sealed interface PlanEvent {

  /** Every type of this service, with the record it is read into. */
  Map<String, Class<? extends PlanEvent>> TYPES =
      Map.of(
          PlanPublished.TYPE, PlanPublished.class,
          PlanAmended.TYPE, PlanAmended.class,
          PlanClosed.TYPE, PlanClosed.class,
          IndicatorDefined.TYPE, IndicatorDefined.class,
          DistrictDefined.TYPE, DistrictDefined.class,
          SettingsDefined.TYPE, SettingsDefined.class,
          ProgrammeDefined.TYPE, ProgrammeDefined.class,
          BulletinIssued.TYPE, BulletinIssued.class);

  /** The caller's word for the type; the ledger's is {@link EventTypes#full}. */
  String type();

  /** Revision 1. */
  record PlanPublished(String plan, int revision, Plan content) implements PlanEvent {
    public static final String TYPE = "plan.published";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /** Revision 2 and later; it replaces the one before it, which stays readable. */
  record PlanAmended(String plan, int revision, @Nullable String reason, Plan content)
      implements PlanEvent {
    public static final String TYPE = "plan.amended";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /** No more reports are taken for the plan. */
  record PlanClosed(String plan, int revision, @Nullable String reason) implements PlanEvent {
    public static final String TYPE = "plan.closed";

    @Override
    public String type() {
      return TYPE;
    }
  }

  record IndicatorDefined(Indicator indicator) implements PlanEvent {
    public static final String TYPE = "indicator.defined";

    @Override
    public String type() {
      return TYPE;
    }
  }

  record DistrictDefined(District district) implements PlanEvent {
    public static final String TYPE = "district.defined";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /** The municipality's settings, as they are from now on. */
  record SettingsDefined(Settings settings) implements PlanEvent {
    public static final String TYPE = "settings.defined";

    @Override
    public String type() {
      return TYPE;
    }
  }

  record ProgrammeDefined(Programme programme) implements PlanEvent {
    public static final String TYPE = "programme.defined";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /** A month's bulletin or a year's summary was issued (通报). */
  record BulletinIssued(Issue issue) implements PlanEvent {
    public static final String TYPE = "bulletin.issued";

    @Override
    public String type() {
      return TYPE;
    }
  }
}
