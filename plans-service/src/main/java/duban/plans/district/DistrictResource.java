package duban.plans.district;

import duban.contracts.catalogue.District;
import duban.door.Roles;
import duban.plans.catalogue.CatalogueLog;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tree, for whoever has a token. */
@Path("/api/v1/districts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "districts", description = "The district tree")
public class DistrictResource {

  @Inject CatalogueLog catalogue;

  @GET
  @RolesAllowed({
    Roles.CITY_ADMIN,
    Roles.CITY_VIEWER,
    Roles.DISTRICT_PLANNER,
    Roles.DISTRICT_REPORTER,
    Roles.DISTRICT_VIEWER
  })
  @Operation(
      summary = "Every place of the tree",
      description = "A district that moved is there once for each place, with the first day of it.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = Districts.class),
              examples =
                  @ExampleObject(
                      name = "tree",
                      value =
                          """
                          {"districts":[
                           {"code":"320400","parent":"320000","level":"city","name":"常州市","nameEn":"Changzhou","from":"2016-01-01"},
                           {"code":"320412","parent":"320400","level":"district","name":"武进区","nameEn":"Wujin","from":"2016-01-01"}]}
                          """)))
  public Uni<Districts> districts() {
    return catalogue.now().map(now -> new Districts(now.districts()));
  }

  /** The answer. */
  public record Districts(List<District> districts) {}
}
