package duban.plans.catalogue;

import duban.contracts.catalogue.District;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dated tree of divisions. A place holds from its first day until the division's next one.
 *
 * @param places by code and first day; a division that moved is there twice
 */
public record DistrictTree(List<District> places) {

  static final DistrictTree EMPTY = new DistrictTree(List.of());

  private static final Comparator<District> IN_ORDER =
      Comparator.comparing(District::code).thenComparing(District::from);

  public DistrictTree with(District place) {
    return new DistrictTree(
        Stream.concat(places.stream(), Stream.of(place)).sorted(IN_ORDER).toList());
  }

  /** Whether there was ever such a division. */
  public boolean knows(String code) {
    return places.stream().anyMatch(place -> place.code().equals(code));
  }

  /** The place that begins on just this day. */
  public Optional<District> beginning(String code, LocalDate day) {
    return places.stream()
        .filter(place -> place.code().equals(code) && place.from().equals(day))
        .findFirst();
  }

  /** Where each division has its place on a day, by code; the dissolved are among them. */
  public Map<String, District> on(LocalDate day) {
    // Places come in the order of their days.
    return places.stream()
        .filter(place -> !place.from().isAfter(day))
        .collect(
            Collectors.toMap(
                District::code,
                Function.identity(),
                (earlier, later) -> later,
                TreeMap<String, District>::new));
  }

  /** The divisions that stand on a day, by code. */
  public List<District> standing(LocalDate day) {
    return on(day).values().stream().filter(place -> !isEnded(place)).toList();
  }

  /** Whether the division is dissolved by that day. */
  public boolean isEnded(String code, LocalDate day) {
    return Optional.ofNullable(on(day).get(code)).map(DistrictTree::isEnded).orElse(false);
  }

  /** The days on which something changes, from one day on, itself included. */
  public List<LocalDate> daysFrom(LocalDate first) {
    return Stream.concat(Stream.of(first), places.stream().map(District::from))
        .filter(day -> !day.isBefore(first))
        .distinct()
        .sorted()
        .toList();
  }

  public static boolean isEnded(District place) {
    return Objects.equals(place.ended(), true);
  }
}
