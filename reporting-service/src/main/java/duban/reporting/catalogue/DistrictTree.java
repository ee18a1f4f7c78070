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

/** The dated tree of divisions: districts merge, split and move, so a node has a place by day. */
public final class DistrictTree {

  /** Deeper than any country's divisions; it ends a walk in a tree that bites its tail. */
  private static final int MOST_LEVELS = 8;

  /** Each division's places, the earliest first. */
  private final Map<String, List<District>> places = new TreeMap<>();

  public DistrictTree(Collection<District> districts) {
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

  public Optional<String> parent(String code, LocalDate day) {
    return at(code, day).map(District::parent);
  }

  public boolean isEmpty() {
    return places.isEmpty();
  }
}
