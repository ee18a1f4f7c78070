package duban.reporting;

import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.catalogue.Indicator.Direction;
import duban.contracts.catalogue.Issue;
import duban.contracts.catalogue.Programme;
import duban.contracts.catalogue.Settings;
import duban.testkit.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A city of a test's own, with its districts in the catalogue, so that no test meets another's. */
public final class City {

  /** Of one province: its codes have two digits for them. */
  private static final int CITIES = 99;

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Set<String> PROVINCES = new HashSet<>();
  private static final TestLedger CATALOGUE = new TestLedger(Ledgers.CATALOGUE);

  private final String code;
  private int districts;

  private City(String code) {
    this.code = code;
  }

  public static City fresh() {
    int number = NEXT.getAndIncrement();
    String province = "%d0000".formatted(41 + number / CITIES);
    City city = new City("%d%02d00".formatted(41 + number / CITIES, 1 + number % CITIES));
    synchronized (CATALOGUE) {
      if (PROVINCES.add(province)) {
        define(new District(province, null, "province", "省", "Province", from()));
      }
      define(new District(city.code, province, "city", "市" + city.code, "City", from()));
    }
    return city;
  }

  public String code() {
    return code;
  }

  /** The next district: 410101, 410102, ... */
  public DistrictLedgers district() {
    districts++;
    String own = code.substring(0, 4) + "%02d".formatted(districts);
    define(new District(own, code, "district", "区" + own, "District " + own, from()));
    return new DistrictLedgers(own);
  }

  /** An indicator of this city's own. */
  public Indicator indicator(Aggregation aggregation) {
    return indicator(aggregation, Direction.MORE);
  }

  public Indicator indicator(Aggregation aggregation, Direction direction) {
    Indicator indicator =
        new Indicator(
            "k" + code + "-" + aggregation.word(),
            "指标",
            "Indicator",
            "个",
            aggregation,
            direction,
            null,
            null);
    define(indicator);
    return indicator;
  }

  public static void define(Indicator indicator) {
    synchronized (CATALOGUE) {
      CATALOGUE.say(
          "indicator-" + CATALOGUE.seq(),
          "indicator.defined",
          indicator.key(),
          null,
          TestLedger.object().set("indicator", Json.lenient().valueToTree(indicator)));
    }
  }

  public static void define(District district) {
    synchronized (CATALOGUE) {
      CATALOGUE.say(
          "district-" + CATALOGUE.seq(),
          "district.defined",
          district.code(),
          null,
          TestLedger.object().set("district", Json.lenient().valueToTree(district)));
    }
  }

  /** For every test there is: whoever sets them otherwise sets them back. */
  public static void define(Settings settings) {
    synchronized (CATALOGUE) {
      CATALOGUE.say(
          "settings-" + CATALOGUE.seq(),
          "settings.defined",
          "settings",
          null,
          TestLedger.object().set("settings", Json.lenient().valueToTree(settings)));
    }
  }

  public static void define(Programme programme) {
    synchronized (CATALOGUE) {
      CATALOGUE.say(
          "programme-" + CATALOGUE.seq(),
          "programme.defined",
          programme.key(),
          null,
          TestLedger.object().set("programme", Json.lenient().valueToTree(programme)));
    }
  }

  /** When the catalogue's ledger last said something. */
  public static Instant lastDefined() {
    synchronized (CATALOGUE) {
      return CATALOGUE.last().recordedAt();
    }
  }

  public String province() {
    return code.substring(0, 2) + "0000";
  }

  /** The next district's code, as a division that no plan speaks of yet. */
  public DistrictLedgers unplaced() {
    districts++;
    return new DistrictLedgers(code.substring(0, 4) + "%02d".formatted(districts));
  }

  /** What the catalogue's owner says when it has taken an issue. */
  public static void issued(Issue issue) {
    synchronized (CATALOGUE) {
      CATALOGUE.say(
          "issue-" + CATALOGUE.seq(),
          "bulletin.issued",
          issue.scope(),
          null,
          TestLedger.object().set("issue", Json.lenient().valueToTree(issue)));
    }
  }

  /** {@code plans/catalogue:N}, to be waited for. */
  public static String catalogue() {
    synchronized (CATALOGUE) {
      return Ledgers.CATALOGUE + ":" + CATALOGUE.seq();
    }
  }

  public String viewer() {
    return Tokens.mint("city-viewer", code);
  }

  public String admin() {
    return Tokens.mint("city-admin", code);
  }

  private static LocalDate from() {
    return LocalDate.of(2000, 1, 1);
  }
}
