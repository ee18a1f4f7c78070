package duban.plans.district;

import com.fasterxml.jackson.core.type.TypeReference;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.catalogue.District;
import duban.door.ProblemException;
import duban.ledger.append.Answer.Receipt;
import duban.plans.publication.Facts;
import duban.plans.publication.Publication;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * States the district tree as facts. Their ids come from code and day, so each is stated once for
 * ever, however often and in how many replicas the service starts.
 */
@Singleton
public class DistrictSeed {

  private static final Logger LOG = Logger.getLogger(DistrictSeed.class);
  private static final String AUTHOR = "plans-service";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Publication publication;

  void plant(@Observes StartupEvent event) {
    long planted = tree().stream().filter(this::isNew).count();
    if (planted > 0) {
      LOG.infof("stated %d districts", planted);
    }
  }

  private boolean isNew(District district) {
    try {
      Receipt receipt =
          publication
              .append(Ledgers.CATALOGUE, Facts.district(district, AUTHOR))
              .await()
              .atMost(PATIENCE);
      return !receipt.duplicate();
    } catch (ProblemException refused) {
      // A place in the tree that was stated otherwise stays so: a change needs a day of its own.
      LOG.errorf("district %s from %s: %s", district.code(), district.from(), refused.getMessage());
      return false;
    }
  }

  private static List<District> tree() {
    try (InputStream in = DistrictSeed.class.getResourceAsStream("/districts.json")) {
      return Json.strict().readValue(Objects.requireNonNull(in), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("districts.json", e);
    }
  }
}
