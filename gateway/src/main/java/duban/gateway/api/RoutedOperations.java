package duban.gateway.api;

import duban.gateway.route.ApiRoute;
import duban.gateway.route.ApiTable;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the services' operations can be called from outside. */
final class RoutedOperations {

  private static final Set<String> ALL =
      ApiTable.ROUTES.stream().map(RoutedOperations::key).collect(Collectors.toUnmodifiableSet());

  private RoutedOperations() {}

  static boolean include(String method, String path) {
    return ALL.contains(key(method, path));
  }

  private static String key(ApiRoute route) {
    return key(route.method().name(), route.template());
  }

  /** A parameter's name does not matter: a service may call it otherwise than the gateway does. */
  private static String key(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
  }
}
