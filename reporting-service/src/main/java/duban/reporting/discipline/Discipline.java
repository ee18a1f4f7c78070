package duban.reporting.discipline;

import duban.contracts.plan.Plan;
import duban.reporting.catalogue.Setting;
import duban.reporting.discipline.DisciplineStore.Cell;
import duban.reporting.discipline.DisciplineStore.Reports;
import duban.reporting.discipline.DisciplineStore.Revision;
import duban.reporting.discipline.MonthDiscipline.District;
import duban.reporting.discipline.MonthDiscipline.Owed;
import duban.reporting.event.ObservationStore;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.standing.Fold;
import duban.reporting.standing.Light;
import duban.reporting.standing.Observation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who reported in time, for callers that hold a transaction. */
@ApplicationScoped
public class Discipline {

  private final DisciplineStore store;
  private final ObservationStore observations;

  Discipline(DisciplineStore store, ObservationStore observations) {
    this.store = store;
    this.observations = observations;
  }

  /** What all months of one question share. */
  private record Asked(
      List<Revision> revisions,
      Map<Cell, Reports> reports,
      @Nullable Instant knownAt,
      Setting setting) {

    Duty duty(YearMonth month) {
      return new Duty(month, setting.catalogue().settings().reportDueDay());
    }
  }

  /**
   * One month, target by target; empty when it lies ahead of the setting's day.
   *
   * @param setting the day it is asked on, and the settings that give the due day
   */
  public Uni<List<MonthDiscipline>> month(
      SqlClient client,
      Collection<String> districts,
      YearMonth month,
      @Nullable Instant knownAt,
      Setting setting) {
    return months(client, districts, List.of(month), knownAt, setting);
  }

  /** Every month of a year that has begun, target by target. */
  public Uni<List<MonthDiscipline>> year(
      SqlClient client,
      Collection<String> districts,
      int year,
      @Nullable Instant knownAt,
      Setting setting) {
    List<YearMonth> all =
        IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(year, month)).toList();
    return months(client, districts, all, knownAt, setting);
  }

  private Uni<List<MonthDiscipline>> months(
      SqlClient client,
      Collection<String> districts,
      List<YearMonth> months,
      @Nullable Instant knownAt,
      Setting setting) {
    YearMonth current = YearMonth.from(setting.today());
    List<YearMonth> begun = months.stream().filter(month -> !month.isAfter(current)).toList();
    return asked(client, districts, months.getFirst().getYear(), knownAt, setting)
        .chain(asked ->
            Multi.createFrom()
                .iterable(begun)
                .onItem()
                .transformToUniAndConcatenate(month -> told(client, asked, month))
                .collect()
                .asList());
  }

  private Uni<Asked> asked(
      SqlClient client,
      Collection<String> districts,
      int year,
      @Nullable Instant knownAt,
      Setting setting) {
    return store
        .revisions(client, districts, year, knownAt)
        .chain(revisions ->
            store
                .reports(client, wanted(revisions), year, setting.today(), knownAt)
                .map(reports -> new Asked(revisions, reports, knownAt, setting)));
  }

  /** Every target that any revision promised, once. */
  private static Collection<Wanted> wanted(List<Revision> revisions) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (Revision revision : revisions) {
      revision
          .content()
          .items()
          .forEach(item ->
              item.targets()
                  .forEach(target ->
                      wanted.put(
                          target.id(),
                          Wanted.of(
                              revision.content().itemId(item),
                              revision.content().district(),
                              target))));
    }
    return wanted.values();
  }

  private Uni<MonthDiscipline> told(SqlClient client, Asked asked, YearMonth month) {
    Duty duty = asked.duty(month);
    List<Owing> owing = Owing.in(asked.revisions(), duty, asked.setting());
    LocalDate before = month.atDay(1).minusDays(1);
    List<Wanted> wanted = owing.stream().map(Owing::wanted).toList();
    return observations
        .mattering(client, wanted, before, asked.knownAt())
        .map(said -> owing.stream().filter(one -> !achieved(one, said, before)).toList())
        .map(owed -> told(asked, duty, owed));
  }

  private static boolean achieved(
      Owing owing, Map<String, List<Observation>> said, LocalDate before) {
    List<Observation> of = said.getOrDefault(owing.target().id(), List.of());
    return Fold.standing(owing.definition(), of, before).light() == Light.ACHIEVED;
  }

  private static MonthDiscipline told(Asked asked, Duty duty, List<Owing> owed) {
    Map<String, List<Owed>> byDistrict = new TreeMap<>();
    asked
        .revisions()
        .forEach(
            revision -> byDistrict.putIfAbsent(revision.content().district(), new ArrayList<>()));
    for (Owing one : owed) {
      byDistrict
          .computeIfAbsent(one.district(), fresh -> new ArrayList<>())
          .add(owed(asked, duty, one));
    }
    Map<String, Instant> lastReports = lastReports(asked.reports());
    List<District> districts =
        byDistrict.entrySet().stream()
            .map(entry ->
                district(
                    asked.setting(),
                    entry.getKey(),
                    entry.getValue(),
                    lastReports.get(entry.getKey())))
            .toList();
    Punctuality total =
        districts.stream().map(District::figures).reduce(Punctuality.NONE, Punctuality::plus);
    return new MonthDiscipline(duty.month(), duty.due(), total, districts);
  }

  private static Owed owed(Asked asked, Duty duty, Owing one) {
    Reports reports = asked.reports().get(new Cell(one.target().id(), duty.month()));
    Instant first = reports == null ? null : reports.first();
    return new Owed(
        one.target().id(),
        one.item(),
        one.target().title(),
        one.target().titleEn(),
        duty.state(first, asked.setting().today()),
        first);
  }

  private static District district(
      Setting setting, String code, List<Owed> owed, @Nullable Instant lastReportAt) {
    List<ReportState> states = owed.stream().map(Owed::state).toList();
    return new District(
        code,
        setting.catalogue().name(code, setting.today()),
        setting.catalogue().nameEn(code, setting.today()),
        Punctuality.of(states, lastReportAt),
        owed);
  }

  private static Map<String, Instant> lastReports(Map<Cell, Reports> reports) {
    return reports.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> Plan.districtOf(entry.getKey().target()),
                entry -> entry.getValue().last(),
                (a, b) -> a.isAfter(b) ? a : b));
  }
}
