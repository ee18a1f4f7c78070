package duban.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.junit.jupiter.api.Test;

class RefusalsInDescriptionTest {

  @Test
  void whatAnyOperationMayBeRefusedWithIsThereOnceForAll() {
    APIResponses responses = OASFactory.createAPIResponses();
    responses.addAPIResponse("200", said("OK"));
    responses.addAPIResponse("401", said("Not Authorized"));
    responses.addAPIResponse("409", said("There is one already"));
    responses.addAPIResponse("503", said("A verification is running"));
    OpenAPI description = described("/api/v1/plans", responses);

    new RefusalsInDescription().filterOpenAPI(description);

    assertThat(responses.getAPIResponse("401").getRef()).endsWith("/Unauthenticated");
    assertThat(responses.getAPIResponse("403").getRef()).endsWith("/Forbidden");
    assertThat(responses.getAPIResponse("429").getRef()).endsWith("/TooManyRequests");
    assertThat(description.getComponents().getResponses())
        .containsOnlyKeys("Unauthenticated", "Forbidden", "TooManyRequests", "TryLater");
    assertThat(responses.getAPIResponse("200").getContent()).isNull();
    assertThat(responses.getAPIResponse("409").getDescription()).isEqualTo("There is one already");
    assertThat(responses.getAPIResponse("503").getDescription())
        .isEqualTo("A verification is running");
    assertThat(shape(responses.getAPIResponse("409"))).endsWith("/Problem");
    assertThat(shape(responses.getAPIResponse("503"))).endsWith("/Problem");
  }

  @Test
  void whatIsNotOfTheApiIsLeftAsItIs() {
    APIResponses responses = OASFactory.createAPIResponses();
    OpenAPI description = described("/session", responses);

    new RefusalsInDescription().filterOpenAPI(description);

    assertThat(responses.getAPIResponses()).isNullOrEmpty();
    assertThat(description.getComponents()).isNull();
  }

  private static OpenAPI described(String path, APIResponses responses) {
    return OASFactory.createOpenAPI()
        .paths(
            OASFactory.createPaths()
                .addPathItem(
                    path,
                    OASFactory.createPathItem()
                        .GET(OASFactory.createOperation().responses(responses))));
  }

  private static APIResponse said(String description) {
    return OASFactory.createAPIResponse().description(description);
  }

  private static String shape(APIResponse response) {
    return response.getContent().getMediaType("application/problem+json").getSchema().getRef();
  }
}
