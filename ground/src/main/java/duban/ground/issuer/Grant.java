package duban.ground.issuer;

import java.time.Duration;
import java.util.List;

/**
 * What a token says of its holder.
 *
 * @param districts GB/T 2260 codes; each stands for itself and everything below it
 */
public record Grant(String subject, List<String> roles, List<String> districts, Duration lifetime) {

  public Grant {
    roles = List.copyOf(roles);
    districts = List.copyOf(districts);
  }
}
