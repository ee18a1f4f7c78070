package duban.local.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the parts say in their own words when the machine is at fault, in one sentence of ours. */
public enum Trouble {
  DISK_FULL(
      "No space left on device|could not extend file|Not enough space|Disk quota exceeded",
      "the disk is full: free some space, it goes on by itself"),
  PORT_TAKEN(
      "Address already in use|Port already bound|Port \\d+ seems to be in use|could not bind IPv4",
      "its port is taken by another program: stop that, or choose others with DUBAN_PORT"),
  MEMORY_SHORT(
      "Cannot allocate memory|OutOfMemoryError|could not map anonymous shared memory",
      "there is not enough memory"),
  DATA_LOCKED(
      "lock file \"postmaster.pid\" already exists|Failed to acquire lock on file .lock",
      "another process still uses its data");

  private final Pattern words;
  private final String sentence;

  Trouble(String words, String sentence) {
    this.words = Pattern.compile(words);
    this.sentence = sentence;
  }

  /** The trouble that a part's last words tell of. */
  public static Optional<Trouble> in(String lastWords) {
    return Arrays.stream(values())
        .filter(trouble -> trouble.words.matcher(lastWords).find())
        .findFirst();
  }

  public String sentence() {
    return sentence;
  }
}
