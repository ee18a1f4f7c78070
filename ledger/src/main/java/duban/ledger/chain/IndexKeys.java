package duban.ledger.chain;

import org.jspecify.annotations.Nullable;

/**
 * By what an event is found, as its body says it. The columns {@code subject} and {@code refers}
 * are not hashed, so they are worth as much as they agree with this.
 *
 * @param subject null when it is that of the event that {@code refers} names
 * @param refers see {@link NewEvent#refers}
 */
public record IndexKeys(@Nullable String subject, @Nullable String refers) {

  public IndexKeys {
    if (subject == null && refers == null) {
      throw new IllegalArgumentException("an event that says nothing of what it is about");
    }
  }

  /** Of an event that is about what an earlier one is about. */
  public static IndexKeys following(String event) {
    return new IndexKeys(null, event);
  }
}
