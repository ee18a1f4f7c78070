package duban.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.mutiny.Uni;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The API's description, as one document for all services. */
@Path("/openapi")
@PermitAll
@Tag(name = "Description", description = "本说明 · This description")
public class ApiResource {

  private final Uni<String> document;

  @Inject
  ApiResource(
      Services services,
      OpenApiDocumentService own,
      @ConfigProperty(name = "duban.gateway.description-kept", defaultValue = "10s")
          Duration kept) {
    this.document =
        services
            .ask("/openapi?format=json")
            .map(answers -> write(ApiDescription.merge(read(own), answers)))
            .memoize()
            .forFixedDuration(kept);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "This description",
      description = "OpenAPI of every operation; x-duban-missing names services that are down.",
      operationId = "openapi")
  public Uni<String> openapi() {
    return document;
  }

  private static JsonNode read(OpenApiDocumentService own) {
    byte[] json = own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
    try {
      return Json.lenient().readTree(new String(json, StandardCharsets.UTF_8));
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String write(ObjectNode document) {
    try {
      return Json.lenient().writeValueAsString(document);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
