package duban.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.plan.PlanEvent;
import duban.contracts.progress.ProgressEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {

  private final Schemas schemas = new Schemas(EventShapes.SCHEMAS);

  static Stream<Path> golden() {
    return EventShapes.files(EventShapes.GOLDEN).stream();
  }

  static Stream<String> types() {
    return EventShapes.all().keySet().stream();
  }

  @Test
  void every_record_of_the_sealed_interfaces_has_a_type() {
    List<Class<?>> records = new ArrayList<>();
    records.addAll(List.of(ProgressEvent.class.getPermittedSubclasses()));
    records.addAll(List.of(PlanEvent.class.getPermittedSubclasses()));
    assertThat(EventShapes.all().values()).containsExactlyInAnyOrderElementsOf(records);
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_type_has_a_schema_and_a_golden_file(String type) {
    assertThat(EventShapes.SCHEMAS.resolve(type + ".json")).exists();
    assertThat(EventShapes.GOLDEN.resolve(type + ".json")).exists();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void a_golden_file_is_of_a_known_type_and_fits_its_schema(Path file) {
    String type = EventShapes.typeOf(file);
    assertThat(EventShapes.all()).containsKey(type);
    assertThat(schemas.faults(type, EventShapes.text(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void a_golden_file_reads_into_its_record_and_is_written_back_the_same(Path file)
      throws Exception {
    Class<?> shape = EventShapes.all().get(EventShapes.typeOf(file));
    ObjectNode golden = (ObjectNode) Json.lenient().readTree(EventShapes.text(file));
    // Who said it is the ledger's word, not the event's.
    golden.remove("by");
    JsonNode written = written(Json.lenient().treeToValue(golden, shape));
    assertThat(written.equals(BY_FIGURE, golden)).as("%s%nis not%n%s", written, golden).isTrue();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void a_reader_survives_fields_it_does_not_know(Path file) throws Exception {
    String type = EventShapes.typeOf(file);
    ObjectNode golden = (ObjectNode) Json.lenient().readTree(EventShapes.text(file));
    golden.put("addedLater", "x");
    assertThat(schemas.faults(type, golden.toString())).isEmpty();
    assertThat(Json.lenient().treeToValue(golden, EventShapes.all().get(type))).isNotNull();
  }

  /** A field that no golden file carries could be lost on the way and nobody would see it. */
  @ParameterizedTest
  @MethodSource("types")
  void golden_files_together_carry_every_property_of_the_schema(String type) throws Exception {
    Set<String> carried = new TreeSet<>();
    for (Path file : EventShapes.golden(type)) {
      carried.addAll(
          Json.lenient().readTree(EventShapes.text(file)).properties().stream()
              .map(property -> property.getKey())
              .collect(Collectors.toSet()));
    }
    JsonNode schema =
        Json.lenient().readTree(EventShapes.text(EventShapes.SCHEMAS.resolve(type + ".json")));
    assertThat(carried)
        .containsAll(schema.get("properties").properties().stream().map(p -> p.getKey()).toList());
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_event_without_its_author_is_refused(String type) throws Exception {
    ObjectNode golden =
        (ObjectNode)
            Json.lenient().readTree(EventShapes.text(EventShapes.GOLDEN.resolve(type + ".json")));
    golden.remove("by");
    assertThat(schemas.faults(type, golden.toString())).isNotEmpty();
  }

  /** Through text, as the ledger would keep it; a node of the record would hide how it is spelt. */
  private static JsonNode written(Object event) throws Exception {
    return Json.lenient().readTree(Json.lenient().writeValueAsString(event));
  }

  private static final Comparator<JsonNode> BY_FIGURE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;
}
