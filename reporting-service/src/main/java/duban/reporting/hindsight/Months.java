package duban.reporting.hindsight;

import duban.contracts.plan.Plan;
import duban.reporting.calendar.Calendar;
import duban.reporting.catalogue.Catalogue;
import duban.reporting.catalogue.Catalogues;
import duban.reporting.catalogue.Setting;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.plan.Placed;
import duban.reporting.plan.Revision;
import duban.reporting.plan.RevisionStore;
import duban.reporting.question.Viewpoint;
import duban.reporting.standing.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells each month of a plan as it stood at its end and as it was known when its reports were due,
 * under the revision, the catalogue and the settings that were known then. A month that fell due
 * before the plan was recorded here at all has no word of its own time: it is told by all that is
 * known. Whatever the number of targets, a month is one look at the observations for each of the
 * two knowledges, and all of them go out together.
 */
@ApplicationScoped
public class Months {

  /** A plan may run over five years. */
  private static final int MOST = 60;

  private final Catalogues catalogues;
  private final RevisionStore revisions;
  private final Hindsight hindsight;

  Months(Catalogues catalogues, RevisionStore revisions, Hindsight hindsight) {
    this.catalogues = catalogues;
    this.revisions = revisions;
    this.hindsight = hindsight;
  }

  /** A past month: what was known when its reports were due. */
  private record Past(YearMonth month, Revision revision, Setting setting, Instant known) {

    LocalDate end() {
      return month.atEndOfMonth();
    }
  }

  /** The standings at a month's end, by target: as known then, and by what is known now. */
  private record Ends(YearMonth month, Map<String, Standing> then, Map<String, Standing> byNow) {}

  /**
   * By target.
   *
   * @param revision the plan as it is known from the viewpoint
   * @param today where the targets asked for stand from the viewpoint
   */
  public Uni<Map<String, List<MonthLight>>> of(
      SqlClient client, Revision revision, Collection<Told> today, Viewpoint from) {
    Map<String, Standing> standings =
        today.stream().collect(Collectors.toMap(one -> one.place().target(), Told::standing));
    List<YearMonth> months = months(revision.content(), from.day());
    List<YearMonth> over =
        months.stream().filter(month -> month.atEndOfMonth().isBefore(from.day())).toList();
    Uni<List<Ends>> ends =
        over.isEmpty()
            ? Uni.createFrom().item(List.of())
            : past(client, revision, over, from)
                .chain(past -> ends(client, past, revision, standings, from));
    return ends.map(told -> lights(told, months, standings, from.day()));
  }

  private static List<YearMonth> months(Plan plan, LocalDate day) {
    List<YearMonth> months = new ArrayList<>();
    YearMonth last = YearMonth.from(day.isBefore(plan.lastDay()) ? day : plan.lastDay());
    YearMonth month = YearMonth.from(plan.firstDay());
    while (!month.isAfter(last) && months.size() < MOST) {
      months.add(month);
      month = month.plusMonths(1);
    }
    return months;
  }

  /** When a month's reports are due is what the settings said when the month was over. */
  private Uni<List<Past>> past(
      SqlClient client, Revision revision, List<YearMonth> months, Viewpoint from) {
    Instant now = from.knownAt() == null ? Instant.now() : from.knownAt();
    List<Instant> overs = months.stream().map(month -> over(month, 1, now)).toList();
    return catalogues
        .knownAt(client, overs)
        .chain(then -> {
          List<Instant> known = new ArrayList<>();
          for (int i = 0; i < months.size(); i++) {
            Catalogue catalogue = Objects.requireNonNull(then.get(overs.get(i)));
            int dueDay = catalogue.settings().reportDueDay();
            known.add(over(months.get(i), dueDay + 1, now));
          }
          return Uni.combine()
              .all()
              .unis(
                  catalogues.knownAt(client, known),
                  revisions.inForce(client, revision.content().id(), known))
              .with(
                  (asKnown, revisions) -> past(revision, months, known, asKnown, revisions, from));
        });
  }

  private static List<Past> past(
      Revision latest,
      List<YearMonth> months,
      List<Instant> known,
      Map<Instant, Catalogue> catalogues,
      List<Revision> revisions,
      Viewpoint from) {
    List<Past> past = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Instant moment = known.get(i);
      YearMonth month = months.get(i);
      Revision then =
          revisions.reversed().stream()
              .filter(one -> !one.recordedAt().isAfter(moment))
              .findFirst()
              .orElse(null);
      Catalogue catalogue =
          then == null
              ? from.setting().catalogue()
              : Objects.requireNonNull(catalogues.get(moment));
      past.add(
          new Past(
              month,
              then == null ? latest : then,
              new Setting(month.atEndOfMonth(), catalogue),
              then == null ? Instant.MAX : moment));
    }
    return past;
  }

  /** The first moment of a day of the month after, but nothing past the viewpoint. */
  private static Instant over(YearMonth month, int day, Instant now) {
    LocalDate first = month.plusMonths(1).atDay(1).plusDays(day - 1L);
    Instant over = first.atStartOfDay(Calendar.ZONE).toInstant();
    return over.isBefore(now) ? over.minusMillis(1) : now;
  }

  private Uni<List<Ends>> ends(
      SqlClient client,
      List<Past> past,
      Revision latest,
      Map<String, Standing> asked,
      Viewpoint from) {
    List<Uni<Ends>> ends =
        past.stream()
            .map(month -> {
              Setting now = from.setting().on(month.end());
              Instant known = month.known().equals(Instant.MAX) ? from.knownAt() : month.known();
              return Uni.combine()
                  .all()
                  .unis(
                      standings(client, month.revision(), asked, month.setting(), known),
                      standings(client, latest, asked, now, from.knownAt()))
                  .with((then, byNow) -> new Ends(month.month(), then, byNow));
            })
            .toList();
    return Uni.join().all(ends).andFailFast();
  }

  private Uni<Map<String, Standing>> standings(
      SqlClient client,
      Revision revision,
      Map<String, Standing> asked,
      Setting setting,
      @Nullable Instant known) {
    List<Placed> targets =
        Placed.of(revision.content()).stream()
            .filter(placed -> asked.containsKey(placed.target().id()))
            .toList();
    List<Wanted> wanted =
        targets.stream().map(placed -> Wanted.of(placed, revision.content())).toList();
    return hindsight
        .observations(client, wanted, setting, known)
        .map(found -> {
          Map<String, Standing> standings = new HashMap<>();
          Hindsight.told(revision, targets, found, setting)
              .forEach(told -> standings.put(told.place().target(), told.standing()));
          return standings;
        });
  }

  private static Map<String, List<MonthLight>> lights(
      List<Ends> ends, List<YearMonth> months, Map<String, Standing> today, LocalDate day) {
    Map<String, List<MonthLight>> lights = new TreeMap<>();
    today.forEach((target, standing) -> {
      List<MonthLight> own = new ArrayList<>();
      for (Ends end : ends) {
        Standing then = end.then().get(target);
        if (then != null) {
          own.add(MonthLight.past(end.month(), then, end.byNow().get(target), standing));
        }
      }
      YearMonth running = YearMonth.from(day);
      if (months.contains(running)) {
        own.add(MonthLight.running(running, standing));
      }
      lights.put(target, own);
    });
    return lights;
  }
}
