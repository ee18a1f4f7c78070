package duban.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Indicator.Aggregation;
import duban.contracts.plan.Target.Kind;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.City;
import duban.reporting.DistrictLedgers;
import duban.reporting.OnRealInfrastructure;
import duban.reporting.Service;
import duban.reporting.standing.Targets;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** How long it takes from Kafka to an open stream. */
@QuarkusTest
class LatencyTest extends OnRealInfrastructure {

  private static final Logger LOG = Logger.getLogger(LatencyTest.class);
  private static final int WARM_UP = 40;
  private static final int EVENTS = 200;

  @Test
  void anEventIsOnTheStreamAtOnce() {
    City city = City.fresh();
    Indicator seats = city.indicator(Aggregation.SUM);
    DistrictLedgers wujin = city.district();
    wujin.publishes(Targets.of(Kind.QUANTITY).value("100000").indicator(seats));
    Service.rollup(city, city.code(), seats.key(), wujin);
    String key = city.code() + "/2022/" + seats.key();
    List<Long> micros = new ArrayList<>();
    try (SseClient client = SseClient.open(city.viewer(), city.code())) {
      client.next();
      for (int i = 1; i <= WARM_UP + EVENTS; i++) {
        int value = i;
        LedgerEvent link = wujin.reportsUnheard("6.1", "2022-06-30", Integer.toString(i));
        long sent = System.nanoTime();
        wujin.progress().send(link);
        client.first(block ->
            block.isChange("rollup", key)
                && block.data().path("row").path("reached").intValue() == value);
        if (i > WARM_UP) {
          micros.add((System.nanoTime() - sent) / 1_000);
        }
      }
    }
    Collections.sort(micros);
    LOG.infof(
        "Kafka to SSE, %d events: median %d us, 99th percentile %d us, longest %d us",
        EVENTS, micros.get(EVENTS / 2), micros.get(EVENTS * 99 / 100), micros.getLast());
    assertThat(micros.get(EVENTS / 2)).isLessThan(250_000);
  }
}
