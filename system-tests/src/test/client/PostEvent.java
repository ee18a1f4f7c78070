import com.fasterxml.jackson.databind.DeserializationFeature;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ProgressIntakeApi;
import org.openapitools.client.api.ProgressLedgerApi;
import org.openapitools.client.model.ProgressAdded;
import org.openapitools.client.model.ReceiptView;

/**
 * A district's program with the client that openapi-generator makes of the description: posts an
 * event, reads it back, and prints the receipt. Arguments: the gateway's address, a token, an id.
 */
public class PostEvent {

  public static void main(String[] arguments) throws Exception {
    ApiClient gateway = new ApiClient();
    gateway.updateBaseUri(arguments[0]);
    // It tells one receipt from a list of them by the fields that a class does not have.
    gateway.setObjectMapper(
        ApiClient.createDefaultObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    gateway.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + arguments[1]));

    ProgressAdded event =
        new ProgressAdded()
            .id(arguments[2])
            .type(ProgressAdded.TypeEnum.PROGRESS_ADDED)
            .target("320412-2022.6.1")
            .on(LocalDate.of(2022, 6, 30))
            .amount(BigDecimal.ONE);
    ReceiptView receipt =
        new ProgressIntakeApi(gateway).postEvents("320412", event, null).getReceiptView();

    String kept =
        new ProgressLedgerApi(gateway)
            .events("320412", (int) (receipt.getSeq() - 1), 1, null)
            .getEvents()
            .getFirst()
            .getId();
    System.out.printf(
        "{\"ledger\":\"%s\",\"seq\":%d,\"hash\":\"%s\",\"kept\":\"%s\"}%n",
        receipt.getLedger(), receipt.getSeq(), receipt.getHash(), kept);
  }
}
