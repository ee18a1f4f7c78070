package duban.contracts.schema;

import duban.contracts.EventTypes;
import duban.contracts.plan.PlanEvent;
import duban.contracts.progress.ProgressEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every event type with its record, and where the files that describe it lie. */
final class EventShapes {

  static final Path SCHEMAS = Path.of("src/main/resources/schemas");
  static final Path PUBLISHED = Path.of("src/test/resources/schemas-published");
  static final Path GOLDEN = Path.of("src/test/resources/golden");
  static final Path DOCUMENT = Path.of("../docs/events.md");

  private EventShapes() {}

  /** Full type name to record. */
  static Map<String, Class<?>> all() {
    Map<String, Class<?>> shapes = new TreeMap<>();
    ProgressEvent.TYPES.forEach((type, shape) -> shapes.put(EventTypes.full(type), shape));
    PlanEvent.TYPES.forEach((type, shape) -> shapes.put(EventTypes.full(type), shape));
    return shapes;
  }

  /** The golden files of a type: its own, and those with "--variant" behind its name. */
  static List<Path> golden(String fullType) {
    return files(GOLDEN).stream().filter(file -> typeOf(file).equals(fullType)).toList();
  }

  static String typeOf(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    int variant = name.indexOf("--");
    return variant < 0 ? name : name.substring(0, variant);
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
