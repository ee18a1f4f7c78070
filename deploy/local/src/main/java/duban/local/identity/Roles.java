package duban.local.identity;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The roles of the system, for help and for the shell. */
public final class Roles implements Iterable<String> {

  private static final List<String> OF_A_CITY = List.of("city-admin", "city-viewer");
  private static final List<String> OF_A_DISTRICT =
      List.of("district-planner", "district-reporter", "district-viewer");

  @Override
  public Iterator<String> iterator() {
    return Stream.concat(OF_A_CITY.stream(), OF_A_DISTRICT.stream()).iterator();
  }

  public static boolean isRole(String name) {
    return OF_A_CITY.contains(name) || isOfADistrict(name);
  }

  /** Whether it needs to be told of which. */
  public static boolean isOfADistrict(String name) {
    return OF_A_DISTRICT.contains(name);
  }
}
