package duban.reporting.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.reporting.catalogue.Setting;
import duban.reporting.discipline.Discipline;
import duban.reporting.discipline.MonthDiscipline;
import duban.reporting.feed.FeedRow;
import duban.reporting.projection.Projection;
import duban.reporting.store.Document;
import duban.reporting.store.Transactions;
import duban.reporting.webhook.OutboxStore.Reading;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes messages of what the feed tells, and of reports that are soon due. */
@ApplicationScoped
class Gathering {

  private static final int ROWS_AT_ONCE = 500;

  /** Webhooks read in one go; the rest has its turn at the next look. */
  private static final int MOST_READINGS = 200;

  /** Days before a month's reports are due on which that is told. */
  private static final int DAYS_AHEAD = 3;

  private final Transactions transactions;
  private final OutboxStore store;
  private final Projection projection;
  private final Discipline discipline;

  Gathering(
      Transactions transactions, OutboxStore store, Projection projection, Discipline discipline) {
    this.transactions = transactions;
    this.store = store;
    this.projection = projection;
    this.discipline = discipline;
  }

  /** Reads the feed for every webhook that is behind it. */
  Uni<Void> gather() {
    return gather(MOST_READINGS);
  }

  private Uni<Void> gather(int left) {
    return transactions
        .write(transaction ->
            store
                .next(transaction)
                .chain(reading ->
                    reading == null
                        ? Uni.createFrom().item(false)
                        : read(transaction, reading).replaceWith(true)))
        .chain(more -> more && left > 1 ? gather(left - 1) : Uni.createFrom().voidItem());
  }

  private Uni<Void> read(SqlConnection transaction, Reading reading) {
    return store
        .feed(transaction, reading, ROWS_AT_ONCE)
        .call(rows -> snapshot(transaction, reading.webhook(), Missed.in(reading, rows)))
        .chain(rows -> {
          long cursor = rows.size() < ROWS_AT_ONCE ? reading.head() : rows.getLast().no();
          Map<String, FeedRow> lights = lights(reading.webhook(), rows);
          Map<String, String> words = new LinkedHashMap<>();
          lights.forEach((target, row) -> words.put(target, json(row).path("light").asText()));
          return store
              .changed(transaction, reading.webhook().id(), words)
              .map(changed -> messages(reading.webhook(), rows, lights, changed))
              .chain(messages -> store.keep(transaction, reading.webhook().id(), messages))
              .chain(() -> store.move(transaction, reading.webhook().id(), cursor));
        });
  }

  /** Before what follows is told, so that it is told against what the receiver reads now. */
  private Uni<Void> snapshot(SqlConnection transaction, Webhook webhook, List<Missed> missed) {
    List<Message> messages = missed.stream().map(one -> one.message(webhook)).toList();
    return messages.isEmpty()
        ? Uni.createFrom().voidItem()
        : store
            .keep(transaction, webhook.id(), messages)
            .chain(() -> store.lightsNow(transaction, webhook));
  }

  private static boolean concerns(Webhook webhook, FeedRow row) {
    return row.row() != null && row.scopes().contains(webhook.scope());
  }

  /** Each target's last row; a light that went to and fro meanwhile did not change. */
  private static Map<String, FeedRow> lights(Webhook webhook, List<FeedRow> rows) {
    Map<String, FeedRow> lights = new LinkedHashMap<>();
    if (webhook.events().contains(WebhookEvent.TARGET_LIGHT.word())) {
      rows.stream()
          .filter(row -> row.kind().equals("target") && concerns(webhook, row))
          .forEach(row -> lights.put(row.key(), row));
    }
    return lights;
  }

  private static List<Message> messages(
      Webhook webhook, List<FeedRow> rows, Map<String, FeedRow> lights, Set<String> changed) {
    List<Message> messages = new ArrayList<>();
    for (FeedRow row : rows) {
      if (concerns(webhook, row)
          && (!row.kind().equals("target") || isNews(row, lights, changed))) {
        JsonNode data = json(row);
        WebhookEvent.of(row.kind(), data)
            .filter(event -> webhook.events().contains(event.word()))
            .map(event -> message(webhook, event, row, data))
            .ifPresent(messages::add);
      }
    }
    return messages;
  }

  private static boolean isNews(FeedRow row, Map<String, FeedRow> lights, Set<String> changed) {
    FeedRow last = lights.get(row.key());
    return last != null && last.no() == row.no() && changed.contains(row.key());
  }

  private static Message message(Webhook webhook, WebhookEvent event, FeedRow row, JsonNode data) {
    return Message.of(
        webhook.id(), event, event.sameAs(row.key(), data, row.no()), data, Instant.now());
  }

  private static JsonNode json(FeedRow row) {
    return Document.read(String.valueOf(row.row()), JsonNode.class);
  }

  /** Tells, in the days before they are due, which reports of the last month are still to come. */
  Uni<Void> reportsDue() {
    return transactions.write(transaction ->
        projection
            .setting(transaction)
            .chain(setting -> {
              YearMonth month = YearMonth.from(setting.today()).minusMonths(1);
              LocalDate due =
                  YearMonth.from(setting.today())
                      .atDay(setting.catalogue().settings().reportDueDay());
              boolean soon =
                  !setting.today().isAfter(due)
                      && !setting.today().isBefore(due.minusDays(DAYS_AHEAD));
              return soon ? reportsDue(transaction, month, setting) : Uni.createFrom().voidItem();
            }));
  }

  private Uni<Void> reportsDue(SqlConnection transaction, YearMonth month, Setting setting) {
    return store
        .withReportDue(transaction)
        .onItem()
        .transformToMulti(webhooks -> Multi.createFrom().iterable(webhooks))
        .onItem()
        .transformToUniAndConcatenate(webhook ->
            discipline
                .month(transaction, setting.within(webhook.scope()), month, null, setting)
                .chain(told -> store.keep(transaction, webhook.id(), due(webhook, told))))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static List<Message> due(Webhook webhook, List<MonthDiscipline> told) {
    List<Message> messages = new ArrayList<>();
    for (MonthDiscipline month : told) {
      for (MonthDiscipline.District district : month.districts()) {
        if (district.figures().pending() > 0) {
          JsonNode data =
              Json.lenient()
                  .createObjectNode()
                  .put("district", district.district())
                  .put("month", month.month().toString())
                  .put("due", month.due().toString())
                  .put("pending", district.figures().pending());
          String same = district.district() + "/" + month.month();
          messages.add(
              Message.of(webhook.id(), WebhookEvent.REPORT_DUE, same, data, Instant.now()));
        }
      }
    }
    return messages;
  }
}
