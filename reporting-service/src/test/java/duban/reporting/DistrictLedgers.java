package duban.reporting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.Section;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.standing.Targets;
import duban.testkit.Tokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One district's two ledgers and its plan for 2022, whose item 6 has the targets 6.1, 6.2, ... */
public final class DistrictLedgers {

  private final String code;
  private final TestLedger plans;
  private final TestLedger progress;
  private int revision;

  DistrictLedgers(String code) {
    this.code = code;
    this.plans = new TestLedger(Ledgers.plans(code));
    this.progress = new TestLedger(Ledgers.progress(code));
  }

  public String code() {
    return code;
  }

  public TestLedger plans() {
    return plans;
  }

  public TestLedger progress() {
    return progress;
  }

  public String plan() {
    return code + "-2022";
  }

  /** {@code 6.1} as its full id. */
  public String target(String key) {
    return plan() + "." + key;
  }

  /** Publishes, or amends what was published. */
  public void publishes(Targets... targets) {
    plans.say(planEventId(), planEventType(), plan(), null, revision(targets));
  }

  private String planEventId() {
    return plan() + "-r" + (revision + 1);
  }

  private String planEventType() {
    return revision == 0 ? "plan.published" : "plan.amended";
  }

  private ObjectNode revision(Targets... targets) {
    revision++;
    List<Target> promised = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      if (targets[i] != null) {
        promised.add(targets[i].target(target("6." + (i + 1))));
      }
    }
    WorkItem item = new WorkItem("6", "6", "学校建设", "Building schools", promised);
    Plan content =
        new Plan(
            code,
            2022,
            "计划 " + code,
            "Plan " + code,
            null,
            null,
            null,
            null,
            List.of(new Section("一", "部分", "Section", List.of(item))));
    ObjectNode body = TestLedger.object().put("plan", plan()).put("revision", revision);
    return body.set("content", Json.lenient().valueToTree(content));
  }

  public LedgerEvent reports(String key, String day, String value) {
    return progress.say(id(), "progress.reported", target(key), null, report(key, day, value));
  }

  /** At the owner only: Kafka does not get it. */
  public LedgerEvent reportsUnheard(String key, String day, String value) {
    return progress.append(id(), "progress.reported", target(key), null, report(key, day, value));
  }

  private ObjectNode report(String key, String day, String value) {
    return TestLedger.object()
        .put("target", target(key))
        .put("asOf", day)
        .put("value", new BigDecimal(value));
  }

  /** Of a part of the target. */
  public LedgerEvent reportsPart(String key, String part, String day, String value) {
    ObjectNode body = report(key, day, value).put("part", part);
    return progress.say(id(), "progress.reported", target(key), null, body);
  }

  /** The bureau's word, or the district's explanation: {@code report.disputed}, and so on. */
  public LedgerEvent answers(String type, LedgerEvent event) {
    ObjectNode body =
        TestLedger.object().put("event", event.id()).put("reason", "核查").put("text", "说明");
    return progress.say(id(), type, event.subject(), event.id(), body);
  }

  public LedgerEvent reportsShare(String key, String day, String numerator, String denominator) {
    ObjectNode body =
        TestLedger.object()
            .put("target", target(key))
            .put("asOf", day)
            .put("numerator", new BigDecimal(numerator))
            .put("denominator", new BigDecimal(denominator));
    return progress.say(id(), "progress.reported", target(key), null, body);
  }

  public LedgerEvent adds(String key, String day, String amount) {
    ObjectNode body =
        TestLedger.object()
            .put("target", target(key))
            .put("on", day)
            .put("amount", new BigDecimal(amount));
    return progress.say(id(), "progress.added", target(key), null, body);
  }

  public LedgerEvent reaches(String key, String day, String project, String milestone) {
    ObjectNode body =
        TestLedger.object()
            .put("target", target(key))
            .put("project", project)
            .put("milestone", milestone)
            .put("on", day);
    return progress.say(id(), "milestone.reached", target(key), null, body);
  }

  public LedgerEvent notes(String day, int percent) {
    ObjectNode body =
        TestLedger.object().put("item", target("6")).put("on", day).put("percent", percent);
    return progress.say(id(), "item.noted", target("6"), null, body);
  }

  public LedgerEvent voids(LedgerEvent event) {
    ObjectNode body = TestLedger.object().put("event", event.id()).put("reason", "报错");
    return progress.say(id(), "event.voided", event.subject(), event.id(), body);
  }

  /** A void whose ledger's columns were changed to those of {@code other} before it was sent. */
  public LedgerEvent voidsBesideItsColumns(LedgerEvent event, LedgerEvent other) {
    ObjectNode body = TestLedger.object().put("event", event.id()).put("reason", "报错");
    return progress.say(id(), "event.voided", other.subject(), other.id(), body);
  }

  /** What is said from now on is recorded at that moment. */
  public void recordsAt(String moment) {
    plans.recordsAt(Instant.parse(moment));
    progress.recordsAt(Instant.parse(moment));
  }

  /** As in a system with a day of its own (ADR 0009): from noon of that day on, in real seconds. */
  public void recordsOn(String day) {
    plans.recordsFrom(noon(day));
    progress.recordsFrom(noon(day));
  }

  private static Instant noon(String day) {
    return Instant.parse(day + "T04:00:00Z");
  }

  /** The first revision of another year's plan, whose targets are 6.1, 6.2, ... too. */
  public void publishesFor(int year, Targets... targets) {
    String id = code + "-" + year;
    List<Target> promised = new ArrayList<>();
    for (int i = 0; i < targets.length; i++) {
      promised.add(targets[i].target(id + ".6." + (i + 1)));
    }
    WorkItem item = new WorkItem("6", "6", "学校建设", "Building schools", promised);
    Plan content =
        new Plan(
            code,
            year,
            "计划",
            "Plan",
            null,
            null,
            null,
            null,
            List.of(new Section("一", "部分", "Section", List.of(item))));
    ObjectNode body = TestLedger.object().put("plan", id).put("revision", 1);
    body.set("content", Json.lenient().valueToTree(content));
    plans.say(id + "-r1", "plan.published", id, null, body);
  }

  /** A report on a target of any year, by its full id. */
  public LedgerEvent reportsOn(String target, String day, String value) {
    ObjectNode body =
        TestLedger.object()
            .put("target", target)
            .put("asOf", day)
            .put("value", new BigDecimal(value));
    return progress.say(id(), "progress.reported", target, null, body);
  }

  public void closes() {
    ObjectNode body = TestLedger.object().put("plan", plan()).put("revision", revision);
    plans.say(plan() + "-closed", "plan.closed", plan(), null, body);
  }

  public boolean isPublished() {
    return revision > 0;
  }

  /** The bureau's word on a report: {@code report.verified} or {@code report.disputed}. */
  public LedgerEvent judges(String type, LedgerEvent event) {
    ObjectNode body = TestLedger.object().put("event", event.id()).put("reason", "核实");
    return progress.say(id(), type, event.subject(), event.id(), body);
  }

  private String id() {
    return "e-" + code + "-" + (progress.seq() + 1);
  }

  /** What {@code Duban-After} must say for an answer to include all that was said here. */
  public static String after(DistrictLedgers... districts) {
    List<String> positions = new ArrayList<>(List.of(City.catalogue()));
    Arrays.stream(districts)
        .flatMap(one -> Stream.of(one.plans, one.progress))
        .filter(ledger -> ledger.seq() > 0)
        .forEach(ledger -> positions.add(ledger.name() + ":" + ledger.seq()));
    return String.join(",", positions);
  }

  public String viewer() {
    return Tokens.mint("district-viewer", code);
  }
}
