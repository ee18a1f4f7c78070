package duban.local.home;

import duban.ground.OwnerOnly;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The few things that a restart must remember. Each question reads the file anew. */
public final class Settings {

  /** What became of the sample in this home. */
  public enum Sample {
    /** A home that has not been started yet, or whose first load was interrupted. */
    UNDECIDED,
    LOADED,
    DECLINED
  }

  private static final String TODAY = "today";
  private static final String SAMPLE = "sample";
  private static final String PORT = "port";

  private final Path file;

  Settings(Path file) {
    this.file = file;
  }

  /** The fixed day of the whole system; none when it lives in the present. */
  public Optional<LocalDate> today() {
    return Optional.ofNullable(read().getProperty(TODAY)).map(Settings::day);
  }

  /** From now on every start of a service gets this day. */
  public void rememberToday(LocalDate day) {
    write(TODAY, day.toString());
  }

  public Sample sample() {
    String known = read().getProperty(SAMPLE);
    return known == null ? Sample.UNDECIDED : Sample.valueOf(known);
  }

  public void rememberSample(Sample sample) {
    write(SAMPLE, sample.name());
  }

  /** The ports of the last start. */
  public Optional<PortPlan> port() {
    return PortPlan.parse(read().getProperty(PORT));
  }

  public void rememberPort(PortPlan ports) {
    write(PORT, Integer.toString(ports.gateway()));
  }

  /** Reads a day as DUBAN_TODAY gives it. */
  public static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.trim());
    } catch (DateTimeParseException notADay) {
      throw new Refusal("DUBAN_TODAY is not a day like 2022-06-30: " + text);
    }
  }

  private Properties read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException fresh) {
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties;
  }

  private void write(String name, String value) {
    Properties properties = read();
    properties.setProperty(name, value);
    String text =
        properties.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
            .sorted()
            .collect(Collectors.joining());
    try {
      OwnerOnly.write(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
