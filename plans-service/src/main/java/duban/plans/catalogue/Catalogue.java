package duban.plans.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.plan.PlanEvent.DistrictDefined;
import duban.contracts.plan.PlanEvent.IndicatorDefined;
import duban.ledger.chain.LedgerEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The indicators in force and the places of the district tree.
 *
 * @param indicators by key
 * @param districts by code and first day; a district that moved in the tree is there twice
 */
public record Catalogue(SortedMap<String, Entry> indicators, List<District> districts) {

  static final Catalogue EMPTY = new Catalogue(new TreeMap<>(), List.of());

  private static final Comparator<District> IN_ORDER =
      Comparator.comparing(District::code).thenComparing(District::from);

  /**
   * @param revision how often it was worded, 1 for the first time
   */
  public record Entry(Indicator indicator, int revision) {

    /** The entity tag of this wording. */
    public String etag() {
      return "\"r" + revision + "\"";
    }
  }

  public Optional<Entry> entry(String key) {
    return Optional.ofNullable(indicators.get(key));
  }

  public Optional<Indicator> indicator(String key) {
    return entry(key).map(Entry::indicator);
  }

  public boolean hasDistrict(String code) {
    return districts.stream().anyMatch(district -> district.code().equals(code));
  }

  /** This catalogue and one fact more. */
  Catalogue after(LedgerEvent link) {
    if (link.body() == null) {
      return this;
    }
    return switch (EventTypes.brief(link.type())) {
      case IndicatorDefined.TYPE -> with(read(link.body(), IndicatorDefined.class).indicator());
      case DistrictDefined.TYPE -> with(read(link.body(), DistrictDefined.class).district());
      default -> this;
    };
  }

  private Catalogue with(Indicator indicator) {
    SortedMap<String, Entry> more = new TreeMap<>(indicators);
    more.merge(
        indicator.key(),
        new Entry(indicator, 1),
        (before, first) -> new Entry(indicator, before.revision() + 1));
    return new Catalogue(more, districts);
  }

  private Catalogue with(District district) {
    List<District> more = new ArrayList<>(districts);
    more.add(district);
    more.sort(IN_ORDER);
    return new Catalogue(indicators, List.copyOf(more));
  }

  private static <T> T read(String body, Class<T> type) {
    try {
      return Json.lenient().readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a fact of this service that it cannot read", e);
    }
  }
}
