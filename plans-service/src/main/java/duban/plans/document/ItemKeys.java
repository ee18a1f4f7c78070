package duban.plans.document;

import duban.document.PlanReading;
import duban.document.PlanReading.Item;
import duban.document.PlanReading.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The keys of a document's items, by the items' paths, which are unique in a reading. Where items
 * are numbered through, an item's number is its key, as people quote it; where each section begins
 * anew it is the section's place and its own number.
 */
final class ItemKeys {

  /** 6, or 6.2 for an item below an item. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4}){0,2}");

  /** The path of the words before the first section, and the number of those before an item. */
  private static final String BEFORE = "0";

  private record Place(String section, Item item) {

    /** The last part of the path {@code 二/6}; one that came before is {@code 二/6#2}. */
    String number() {
      return item.path().substring(item.path().lastIndexOf('/') + 1);
    }

    boolean isNumbered() {
      return NUMBER.matcher(number()).matches() && !number().equals(BEFORE);
    }

    boolean isBefore() {
      return section.equals(BEFORE) || number().equals(BEFORE);
    }
  }

  private final Map<String, String> byPath = new HashMap<>();

  private ItemKeys(List<Place> places) {
    boolean through = numberedThrough(places);
    for (Place place : places) {
      if (place.isNumbered()) {
        boolean bare = through && !place.isBefore();
        take(place, bare ? place.number() : place.section() + "." + place.number());
      }
    }
    places.stream().filter(place -> !byPath.containsKey(place.item().path())).forEach(this::find);
  }

  static ItemKeys of(PlanReading reading) {
    List<Place> places = new ArrayList<>();
    int place = 0;
    for (Section section : reading.sections()) {
      String key = section.path().equals(BEFORE) ? BEFORE : Integer.toString(++place);
      section.items().forEach(item -> places.add(new Place(key, item)));
    }
    return new ItemKeys(places);
  }

  String of(Item item) {
    return Objects.requireNonNull(byPath.get(item.path()), "an item of another reading");
  }

  /** Words before the first item have no number of their own, which keeps no others from theirs. */
  private static boolean numberedThrough(List<Place> places) {
    List<String> numbers =
        places.stream()
            .filter(place -> !place.isBefore() && place.isNumbered())
            .map(Place::number)
            .toList();
    return numbers.stream().distinct().count() == numbers.size();
  }

  private void take(Place place, String key) {
    byPath.put(place.item().path(), key);
  }

  /** For an item without a number, or with one that came before. */
  private void find(Place place) {
    int first = place.number().equals(BEFORE) ? 0 : 1;
    IntStream.iterate(first, n -> n + 1)
        .mapToObj(n -> place.section() + "." + n)
        .filter(key -> !byPath.containsValue(key))
        .findFirst()
        .ifPresent(key -> take(place, key));
  }
}
