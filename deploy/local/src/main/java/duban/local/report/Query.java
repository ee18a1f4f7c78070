package duban.local.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The question behind an address; what was not given is left to the service. */
final class Query {

  private final List<String> given = new ArrayList<>();

  Query with(String name, @Nullable Object value) {
    if (value != null) {
      given.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
    return this;
  }

  String after(String path) {
    return given.isEmpty() ? path : path + "?" + String.join("&", given);
  }
}
