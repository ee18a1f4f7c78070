package duban.ledger.read;

import duban.ledger.chain.IndexKeys;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.read.Verification.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds {@code subject} and {@code refers} of some links against what their bodies say; pure. A
 * link whose body was erased says nothing and is passed over.
 */
final class IndexCheck {

  /** What a link's columns must be; null keys where its body does not say. */
  private record Expected(LedgerEvent link, @Nullable IndexKeys keys) {}

  private final List<Expected> expected = new ArrayList<>();

  /**
   * @param links whose bodies are proven to be what was appended
   */
  IndexCheck(List<LedgerEvent> links, IndexRule rule) {
    for (LedgerEvent link : links) {
      if (link.body() != null) {
        expect(link, link.body(), rule);
      }
    }
  }

  private void expect(LedgerEvent link, String body, IndexRule rule) {
    try {
      rule.keys(link.type(), body).ifPresent(keys -> expected.add(new Expected(link, keys)));
    } catch (RuntimeException unreadable) {
      expected.add(new Expected(link, null));
    }
  }

  /** The ids of the events whose subjects must be known to {@link #fault}. */
  List<String> followed() {
    return expected.stream()
        .map(Expected::keys)
        .filter(keys -> keys != null && keys.subject() == null)
        .map(IndexKeys::refers)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /**
   * @param followed the links of those ids, by id
   */
  Optional<Fault> fault(Map<String, LedgerEvent> followed) {
    for (Expected one : expected) {
      Optional<String> why = faultOf(one.link(), one.keys(), followed);
      if (why.isPresent()) {
        return Optional.of(new Fault(one.link().seq(), why.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> faultOf(
      LedgerEvent link, @Nullable IndexKeys keys, Map<String, LedgerEvent> followed) {
    if (keys == null) {
      return Optional.of("the body does not say what the columns subject and refers must be");
    }
    if (!Objects.equals(link.refers(), keys.refers())) {
      return Optional.of("the column refers does not follow from the body");
    }
    if (keys.subject() != null) {
      return link.subject().equals(keys.subject())
          ? Optional.empty()
          : Optional.of("the column subject does not follow from the body");
    }
    return faultOfFollowing(link, followed.get(keys.refers()));
  }

  private static Optional<String> faultOfFollowing(
      LedgerEvent link, @Nullable LedgerEvent followed) {
    if (followed == null || followed.seq() >= link.seq()) {
      return Optional.of("the event that the body refers to is not in front of it");
    }
    return link.subject().equals(followed.subject())
        ? Optional.empty()
        : Optional.of("the column subject is not that of the event that the body refers to");
  }
}
