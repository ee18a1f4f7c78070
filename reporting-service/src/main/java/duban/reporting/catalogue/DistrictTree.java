package duban.reporting.catalogue;

import duban.contracts.catalogue.District;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dated tree of divisions: districts merge, split and move, so a node has a place by day. */
public final class DistrictTree {

  /** Deeper than any country's divisions; it ends a walk in a tree that bites its tail. */
  private static final int MOST_LEVELS = 8;

  /** Each division's places, the earliest first. */
  private final Map<String, List<District>> places = new TreeMap<>();

  private final LocalDate begins;

  public DistrictTree(Collection<District> districts) {
    begins = districts.stream().map(District::from).min(LocalDate::compareTo).orElse(LocalDate.MIN);
    districts.stream()
        .sorted(Comparator.comparing(District::from))
        .forEach(place -> places.computeIfAbsent(place.code(), c -> new ArrayList<>()).add(place));
  }

  /** Its place on that day; before its first day it is where it was first put. */
  public Optional<District> at(String code, LocalDate day) {
    List<District> known = places.getOrDefault(code, List.of());
    return known.reversed().stream()
        .filter(place -> !place.from().isAfter(day))
        .findFirst()
        .or(() -> known.stream().findFirst());
  }

  /** The division itself and all above it, the nearest first; it alone while it is unknown. */
  public List<String> scopesOf(String code, LocalDate day) {
    List<String> scopes = new ArrayList<>(List.of(code));
    Optional<String> above = parent(code, day);
    while (above.isPresent() && scopes.size() < MOST_LEVELS && !scopes.contains(above.get())) {
      scopes.add(above.get());
      above = parent(above.get(), day);
    }
    return List.copyOf(scopes);
  }

  /** The divisions directly below, by code. */
  public List<String> children(String code, LocalDate day) {
    return places.keySet().stream()
        .filter(below -> parent(below, day).filter(code::equals).isPresent())
        .toList();
  }

  /** The division and everything below it, by code. */
  public List<String> within(String code, LocalDate day) {
    return places.keySet().stream().filter(below -> scopesOf(below, day).contains(code)).toList();
  }

  /**
   * Whether it stands on that day as a division of its own: it has begun, and is not dissolved.
   * Days before the tree itself begins are told by how it began.
   */
  public boolean stands(String code, LocalDate day) {
    LocalDate told = day.isBefore(begins) ? begins : day;
    return at(code, told)
        .filter(place -> !place.from().isAfter(told) && !isEnded(place))
        .isPresent();
  }

  /** Whether it is dissolved by that day. */
  public boolean ended(String code, LocalDate day) {
    return at(code, day).filter(place -> !place.from().isAfter(day) && isEnded(place)).isPresent();
  }

  /** The divisions that took over from one that is dissolved by that day; else null. */
  public @Nullable List<String> into(String code, LocalDate day) {
    return ended(code, day) ? at(code, day).map(District::into).orElse(null) : null;
  }

  private static boolean isEnded(District place) {
    return Boolean.TRUE.equals(place.ended());
  }

  public Optional<String> parent(String code, LocalDate day) {
    return at(code, day).map(District::parent);
  }

  public boolean isEmpty() {
    return places.isEmpty();
  }
}
