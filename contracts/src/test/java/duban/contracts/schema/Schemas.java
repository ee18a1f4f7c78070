package duban.contracts.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;

/** Validates against the schemas of a folder, dates and all; nothing is fetched. */
final class Schemas {

  private static final String BASE = "https://duban.cn/schemas/";

  private final SchemaRegistry registry;

  Schemas(Path folder) {
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemas(iri ->
                    iri.startsWith(BASE)
                        ? EventShapes.text(folder.resolve(iri.substring(BASE.length())))
                        : null));
  }

  List<String> faults(String fullType, String json) {
    return registry
        .getSchema(SchemaLocation.of(BASE + fullType + ".json"))
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
