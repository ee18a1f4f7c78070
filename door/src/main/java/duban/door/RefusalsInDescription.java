package duban.door;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Any operation of the API may be refused in these ways, so a resource describes only what is its
 * own; and every refusal is a problem document, which it need not say either.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RefusalsInDescription implements OASFilter {

  private static final String API = "/api/v1/";
  private static final String PROBLEM = "Problem";

  private static final Pattern REFUSAL = Pattern.compile("[45]..");

  /** A status to its response's name; sorted, so that every build writes the same description. */
  private static final Map<String, String> ANYWHERE =
      new TreeMap<>(
          Map.of(
              "401", "Unauthenticated",
              "403", "Forbidden",
              "429", "TooManyRequests",
              "503", "TryLater"));

  /** What it describes by itself, ahead of any filter, for whatever has roles. */
  private static final Set<String> OF_THE_FRAMEWORK = Set.of("Not Authorized", "Not Allowed");

  @Override
  public void filterOpenAPI(OpenAPI description) {
    List<PathItem> paths =
        description.getPaths().getPathItems().entrySet().stream()
            .filter(path -> path.getKey().startsWith(API))
            .map(Map.Entry::getValue)
            .toList();
    if (paths.isEmpty()) {
      return;
    }
    describe(description);
    paths.stream()
        .flatMap(path -> path.getOperations().values().stream())
        .map(Operation::getResponses)
        .forEach(RefusalsInDescription::complete);
  }

  private static void complete(APIResponses responses) {
    ANYWHERE.forEach((status, name) -> {
      if (isMissing(responses.getAPIResponse(status))) {
        responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(name));
      }
    });
    responses
        .getAPIResponses()
        .forEach((status, response) -> {
          if (REFUSAL.matcher(status).matches() && response.getRef() == null) {
            saysProblem(response);
          }
        });
  }

  private static boolean isMissing(@Nullable APIResponse response) {
    return response == null || OF_THE_FRAMEWORK.contains(response.getDescription());
  }

  private static void saysProblem(APIResponse response) {
    if (response.getContent() == null) {
      response.setContent(problem());
      return;
    }
    response.getContent().getMediaTypes().values().stream()
        .filter(media -> media.getSchema() == null)
        .forEach(media -> media.setSchema(reference()));
  }

  private static void describe(OpenAPI description) {
    if (description.getComponents() == null) {
      description.setComponents(OASFactory.createComponents());
    }
    Components shared = description.getComponents();
    shared.addSchema(PROBLEM, schema());
    add(shared, "401", "No valid token");
    add(shared, "403", "Not the caller's district or role");
    add(shared, "429", "Too many requests; try again after `Retry-After` seconds");
    add(shared, "503", "Try again after `Retry-After` seconds");
  }

  private static void add(Components shared, String status, String said) {
    shared.addResponse(
        ANYWHERE.get(status), OASFactory.createAPIResponse().description(said).content(problem()));
  }

  private static Content problem() {
    return OASFactory.createContent()
        .addMediaType(ProblemDocument.MEDIA_TYPE, OASFactory.createMediaType().schema(reference()));
  }

  private static Schema reference() {
    return OASFactory.createSchema().ref(PROBLEM);
  }

  private static Schema schema() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("RFC 9457; type is one of https://duban.cn/problems/…")
        .addProperty("type", text().format("uri"))
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("instance", text().format("uri"))
        .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault()));
  }

  private static Schema fault() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .addProperty("pointer", text().description("JSON pointer (RFC 6901) into the body"))
        .addProperty("detail", text());
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(SchemaType.STRING);
  }
}
