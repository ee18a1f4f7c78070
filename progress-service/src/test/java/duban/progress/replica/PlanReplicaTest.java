package duban.progress.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Topics;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.relay.LedgerMessage;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.PlansPeer;
import duban.progress.SamplePlan;
import duban.progress.Service;
import duban.testkit.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanReplicaTest extends OnRealInfrastructure {

  @AfterEach
  void peerIsBack() {
    PlansPeer.comesBack();
  }

  @Test
  void whatKafkaBringsTwiceIsAppliedOnce() {
    District district = District.fresh();
    LedgerEvent first = district.publishes(1);
    LedgerEvent second = district.publishes(2, with(district, "6.9"));
    district.send(first, second, first, second, first);
    awaitMark(district, 2);
    assertThat(revision(district, 2)).isOne();
    accepted(district, "6.9");
  }

  @Test
  void anAmendmentIsFollowed() {
    District district = District.withPlan();
    refused(district, "6.9", "unknown-target");
    district.send(district.publishes(2, with(district, "6.9")));
    await().untilAsserted(() -> accepted(district, "6.9"));
  }

  @Test
  void aGapIsFetchedFromTheOwnerBeforeGoingOn() {
    District district = District.fresh();
    district.publishes(1);
    district.publishes(2);
    LedgerEvent third = district.publishes(3, with(district, "6.9"));
    district.ownerHasLedger();
    district.send(third);
    // Sooner than the owner's heads are compared, which would mend it as well.
    await()
        .atMost(Duration.ofSeconds(8))
        .untilAsserted(() -> assertThat(mark(district, 3)).isOne());
    assertThat(revision(district, 3)).isOne();
  }

  @Test
  void aGapHoldsItsLedgerAndNoOtherUntilTheOwnerAnswers() {
    PlansPeer.goesDown();
    District held = District.fresh();
    held.publishes(1);
    LedgerEvent second = held.publishes(2);
    held.send(second);
    District other = District.withPlan();
    accepted(other, "6.1");
    assertThat(mark(held, 2)).isZero();
    held.ownerHasLedger();
    PlansPeer.comesBack();
    awaitMark(held, 2);
    held.send(held.publishes(3));
    awaitMark(held, 3);
  }

  @Test
  void anAnswerThatDoesNotFillTheGapIsNotTakenForOne() {
    District district = District.fresh();
    district.publishes(1);
    LedgerEvent second = district.publishes(2);
    district.ownerHasLedgerFrom(2);
    district.send(second);
    accepted(District.withPlan(), "6.1");
    assertThat(mark(district, 2)).isZero();
    district.ownerHasLedger();
    awaitMark(district, 2);
  }

  @Test
  void whatCannotBeReadIsPutAsideAndFetched() {
    District district = District.fresh();
    LedgerEvent first = district.publishes(1);
    district.ownerHasLedger();
    ProducerRecord<String, String> torn =
        LedgerMessage.write(Topics.PLANS, district.code(), "/test", first);
    torn.headers().remove("ce_sequence");
    district.sendRaw(torn);
    awaitMark(district, 1);
    assertThat(reasons(district.code())).singleElement().asString().contains("ce_sequence");
    accepted(district, "6.1");
  }

  @Test
  void aPlanThatIsNoneHoldsItsLedgerAndIsPutAside() {
    District district = District.fresh();
    ObjectNode body = Service.parse("{\"plan\":\"x\",\"revision\":1,\"content\":7}").deepCopy();
    LedgerEvent broken = district.append("plan.published", body);
    district.ownerHasLedger();
    district.send(broken);
    await().untilAsserted(() -> assertThat(reasons(district.code())).isNotEmpty());
    assertThat(mark(district, 1)).isZero();
    accepted(District.withPlan(), "6.1");
  }

  @Test
  void aMessageThatNeverCameIsMissedAllTheSame() {
    District district = District.fresh();
    district.publishes(1);
    district.ownerHasLedger();
    // Nothing is sent: only the owner's heads tell.
    awaitMark(district, 1);
  }

  @Test
  void otherEventsOfThePlansLedgersAreReadOver() {
    District district = District.fresh();
    LedgerEvent unknown = district.append("plan.celebrated", (ObjectNode) Service.parse("{}"));
    LedgerEvent first = district.publishes(1);
    district.send(unknown, first);
    awaitMark(district, 2);
    accepted(district, "6.1");
  }

  @Test
  void aPlanNotHeardOfIsAskedFor() {
    District district = District.fresh();
    district.ownerHasPlan(1, SamplePlan.json(district.code(), 2022));
    accepted(district, "6.1");
    accepted(district, "6.1");
    assertThat(PlansPeer.timesAsked(district.plan())).isOne();
    // What was asked for is kept, and the ledger is followed all the same.
    district.send(district.publishes(1), district.publishes(2, with(district, "6.9")));
    await().untilAsserted(() -> accepted(district, "6.9"));
  }

  @Test
  void aRevisionNotHeardOfIsAskedForBeforeATargetIsRefused() {
    District district = District.withPlan();
    district.ownerHasPlan(2, with(district, "6.9"));
    accepted(district, "6.9");
  }

  @Test
  void anUnknownPlanIsAskedForOnceASecond() {
    District district = District.fresh();
    long began = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      refused(district, "6.1", "unknown-target");
    }
    long fullSeconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    assertThat((long) PlansPeer.timesAsked(district.plan())).isBetween(1L, 1 + fullSeconds);
    district.ownerHasPlan(1, SamplePlan.json(district.code(), 2022));
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> accepted(district, "6.1"));
  }

  @Test
  void aDraftIsNoPlan() {
    District district = District.fresh();
    ObjectNode view = (ObjectNode) Service.parse("{\"state\":\"draft\",\"revision\":null}");
    PlansPeer.hasPlan(district.plan(), view.set("draft", SamplePlan.json(district.code(), 2022)));
    refused(district, "6.1", "unknown-target");
  }

  @Test
  void whileTheOwnerIsAwayNothingIsCalledUnknown() {
    District district = District.withPlan();
    PlansPeer.goesDown();
    accepted(district, "6.1");
    post(district, "99.9")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("1"))
        .body("type", equalTo("https://duban.cn/problems/try-later"))
        .body("errors[0].pointer", equalTo("/target"));
    PlansPeer.comesBack();
    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(() -> refused(district, "99.9", "unknown-target"));
  }

  private static ObjectNode with(District district, String number) {
    String plan =
        SamplePlan.json(district.code(), 2022)
            .toString()
            .replace(district.target("6.5"), district.target(number));
    return (ObjectNode) Service.parse(plan);
  }

  private static Response post(District district, String number) {
    return Service.post(
        district,
        Service.reported(district, Service.newId(), 1).put("target", district.target(number)));
  }

  private static void accepted(District district, String number) {
    post(district, number).then().statusCode(201);
  }

  private static void refused(District district, String number, String type) {
    post(district, number)
        .then()
        .statusCode(422)
        .body("type", equalTo("https://duban.cn/problems/" + type));
  }

  private static void awaitMark(District district, int seq) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(mark(district, seq)).isOne());
  }

  private static int mark(District district, long seq) {
    return Service.rows(
        "select 1 from ledger_mark where ledger = ? and seq = ?", "plans/" + district.code(), seq);
  }

  private static int revision(District district, int revision) {
    return Service.rows(
        "select 1 from plan_replica where plan = ? and revision = ?", district.plan(), revision);
  }

  private static List<String> reasons(String key) {
    List<String> reasons = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                Kafka.shared().bootstrapServers(),
                "group.id",
                "test-" + Service.newId(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("duban.plans.dead-letter.progress"));
      for (int empty = 0; empty < 5; ) {
        var letters = consumer.poll(Duration.ofMillis(500));
        empty = letters.isEmpty() ? empty + 1 : empty;
        for (ConsumerRecord<String, String> letter : letters) {
          if (key.equals(letter.key())) {
            reasons.add(
                new String(
                    letter.headers().lastHeader("dead-letter-reason").value(),
                    StandardCharsets.UTF_8));
          }
        }
      }
    }
    return reasons;
  }
}
