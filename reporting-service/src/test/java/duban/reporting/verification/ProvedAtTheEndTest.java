package duban.reporting.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whatever all the other tests did to the one database that they share, the proof holds. */
@QuarkusTest
@Order(Integer.MAX_VALUE)
class ProvedAtTheEndTest extends OnRealInfrastructure {

  @Test
  void whateverTheTestsDidTheProjectionEqualsItsRecomputation() {
    JsonNode proof = Service.verify();
    assertThat(proof.path("ok").booleanValue()).as("%s", proof).isTrue();
  }
}
