package duban.gateway.api;

import duban.gateway.route.ApiRoute;
import duban.gateway.route.ApiTable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of the services' operations can be called from outside. */
final class RoutedOperations {

  private static final Map<String, ApiRoute> ALL =
      ApiTable.ROUTES.stream()
          .collect(Collectors.toUnmodifiableMap(RoutedOperations::key, Function.identity()));

  private RoutedOperations() {}

  static Optional<ApiRoute> find(String method, String path) {
    return Optional.ofNullable(ALL.get(key(method, path)));
  }

  private static String key(ApiRoute route) {
    return key(route.method().name(), route.template());
  }

  /** A parameter's name does not matter: a service may call it otherwise than the gateway does. */
  private static String key(String method, String path) {
    return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*}", "{}");
  }
}
