package duban.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Issue;
import duban.contracts.catalogue.Programme;
import duban.contracts.catalogue.Settings;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A field cannot be added to a record, or to a schema, and be forgotten in the other. */
class RecordsAndSchemasTest {

  static List<String> types() {
    return List.copyOf(EventShapes.all().keySet());
  }

  static List<Arguments> parts() {
    return List.of(
        Arguments.of(Plan.class, "plan.v1", ""),
        Arguments.of(Plan.Section.class, "plan.v1", "/$defs/section"),
        Arguments.of(Plan.WorkItem.class, "plan.v1", "/$defs/item"),
        Arguments.of(Plan.Responsibility.class, "plan.v1", "/$defs/responsibility"),
        Arguments.of(Plan.Unit.class, "plan.v1", "/$defs/unit"),
        Arguments.of(Target.class, "plan.v1", "/$defs/target"),
        Arguments.of(Target.Part.class, "plan.v1", "/$defs/target/properties/parts/items"),
        Arguments.of(Target.Stated.class, "plan.v1", "/$defs/target/properties/stated"),
        Arguments.of(Target.PacePoint.class, "plan.v1", "/$defs/target/properties/pace/items"),
        Arguments.of(Indicator.class, "cn.duban.indicator.defined.v1", "/properties/indicator"),
        Arguments.of(District.class, "cn.duban.district.defined.v1", "/properties/district"),
        Arguments.of(Settings.class, "cn.duban.settings.defined.v1", "/properties/settings"),
        Arguments.of(Programme.class, "cn.duban.programme.defined.v1", "/properties/programme"),
        Arguments.of(Issue.class, "cn.duban.bulletin.issued.v1", "/properties/issue"),
        Arguments.of(
            Issue.Position.class,
            "cn.duban.bulletin.issued.v1",
            "/properties/issue/properties/positions/additionalProperties"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void an_event_has_the_fields_of_its_schema_and_by(String type) throws Exception {
    Set<String> described = described(type, "");
    assertThat(described.remove("by")).isTrue();
    assertThat(described).isEqualTo(components(EventShapes.all().get(type)));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void a_part_has_the_fields_of_its_schema(Class<?> part, String schema, String at)
      throws Exception {
    assertThat(described(schema, at)).isEqualTo(components(part));
  }

  @Test
  void the_words_of_an_enum_are_those_of_its_schema() throws Exception {
    Map<String, Object[]> enums =
        Map.of(
            "kind", Target.Kind.values(),
            "operator", Target.Operator.values(),
            "finalMilestone", Target.Milestone.values(),
            "period", Target.Period.values(),
            "measure", Indicator.Measure.values());
    for (Map.Entry<String, Object[]> each : enums.entrySet()) {
      JsonNode described =
          schema("plan.v1").at("/$defs/target/properties/" + each.getKey() + "/enum");
      assertThat(described)
          .as(each.getKey())
          .isEqualTo(Json.lenient().valueToTree(Arrays.asList(each.getValue())));
    }
  }

  private static Set<String> described(String schema, String at) throws Exception {
    Set<String> names = new TreeSet<>();
    schema(schema).at(at + "/properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> components(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
    return names;
  }

  private static JsonNode schema(String name) throws Exception {
    return Json.lenient().readTree(EventShapes.text(EventShapes.SCHEMAS.resolve(name + ".json")));
  }
}
