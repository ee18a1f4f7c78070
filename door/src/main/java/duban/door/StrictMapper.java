package duban.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import duban.contracts.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the container's own mapper the strict one, so that no resource reads a body leniently. */
public class StrictMapper {

  @Produces
  @Singleton
  ObjectMapper mapper() {
    return Json.strict().rebuild().build();
  }
}
