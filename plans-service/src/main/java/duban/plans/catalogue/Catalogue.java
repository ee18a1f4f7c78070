package duban.plans.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Issue;
import duban.contracts.catalogue.Programme;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.PlanEvent.BulletinIssued;
import duban.contracts.plan.PlanEvent.DistrictDefined;
import duban.contracts.plan.PlanEvent.IndicatorDefined;
import duban.contracts.plan.PlanEvent.ProgrammeDefined;
import duban.contracts.plan.PlanEvent.SettingsDefined;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.LedgerEvent;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is in force over the municipality, and the places of the district tree.
 *
 * @param seq the last fact that is in it
 * @param indicators by key
 * @param programmes by key
 * @param tree every place that a division ever had
 * @param issues in the order in which they were issued
 */
public record Catalogue(
    long seq,
    Wording<Settings> settings,
    SortedMap<String, Wording<Indicator>> indicators,
    SortedMap<String, Wording<Programme>> programmes,
    DistrictTree tree,
    List<Issued> issues) {

  static final Catalogue EMPTY =
      new Catalogue(
          0,
          new Wording<>(Settings.DEFAULT, 0),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          DistrictTree.EMPTY,
          List.of());

  public Optional<Indicator> indicator(String key) {
    return Optional.ofNullable(indicators.get(key)).map(Wording::content);
  }

  public Optional<Programme> programme(String key) {
    return Optional.ofNullable(programmes.get(key)).map(Wording::content);
  }

  /** The issues of one kind, scope and period, the latest last. */
  public List<Issued> issues(Issue like) {
    return issues.stream()
        .filter(issued ->
            issued.issue().kind().equals(like.kind())
                && issued.issue().scope().equals(like.scope())
                && issued.issue().period().equals(like.period()))
        .toList();
  }

  /** This catalogue and one fact more. */
  Catalogue after(LedgerEvent link) {
    return (link.body() == null ? this : with(link, link.body())).at(link.seq());
  }

  private Catalogue with(LedgerEvent link, String body) {
    return switch (EventTypes.brief(link.type())) {
      case IndicatorDefined.TYPE -> {
        Indicator indicator = read(body, IndicatorDefined.class).indicator();
        var more = worded(indicators, indicator.key(), indicator);
        yield new Catalogue(seq, settings, more, programmes, tree, issues);
      }
      case ProgrammeDefined.TYPE -> {
        Programme programme = read(body, ProgrammeDefined.class).programme();
        var more = worded(programmes, programme.key(), programme);
        yield new Catalogue(seq, settings, indicators, more, tree, issues);
      }
      case SettingsDefined.TYPE -> {
        var next = settings.next(read(body, SettingsDefined.class).settings());
        yield new Catalogue(seq, next, indicators, programmes, tree, issues);
      }
      case DistrictDefined.TYPE -> {
        DistrictTree more = tree.with(read(body, DistrictDefined.class).district());
        yield new Catalogue(seq, settings, indicators, programmes, more, issues);
      }
      case BulletinIssued.TYPE -> {
        List<Issued> more = Stream.concat(issues.stream(), Stream.of(issued(link, body))).toList();
        yield new Catalogue(seq, settings, indicators, programmes, tree, more);
      }
      default -> this;
    };
  }

  private Catalogue at(long last) {
    return new Catalogue(last, settings, indicators, programmes, tree, issues);
  }

  private static <T> SortedMap<String, Wording<T>> worded(
      SortedMap<String, Wording<T>> before, String key, T content) {
    SortedMap<String, Wording<T>> more = new TreeMap<>(before);
    more.merge(key, new Wording<>(content, 1), (old, first) -> old.next(content));
    return more;
  }

  private static Issued issued(LedgerEvent link, String body) {
    String by = read(body, JsonNode.class).path(CanonicalJson.AUTHOR).asText();
    Issue issue = read(body, BulletinIssued.class).issue();
    return new Issued(issue, link.seq(), link.hash(), link.recordedAt(), by);
  }

  private static <T> T read(String body, Class<T> type) {
    try {
      return Json.lenient().readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a fact of this service that it cannot read", e);
    }
  }
}
