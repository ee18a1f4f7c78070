package duban.reporting.verification;

import duban.reporting.catalogue.Setting;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.promise.Definition;
import duban.reporting.rollup.Contribution;
import duban.reporting.standing.Fold;
import duban.reporting.standing.Standing;
import duban.reporting.target.TargetState;
import duban.reporting.target.TargetState.Counted;
import duban.reporting.target.TargetStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Folds every target from its whole history and compares what is stored. */
@ApplicationScoped
class TargetCheck {

  private static final int TARGETS_AT_ONCE = 100;
  private static final String KIND = "target";

  private final TargetStore targets;
  private final HistoryStore histories;

  TargetCheck(TargetStore targets, HistoryStore histories) {
    this.targets = targets;
    this.histories = histories;
  }

  Uni<Void> check(SqlConnection transaction, Setting setting, Findings findings) {
    String[] last = {""};
    return Multi.createBy()
        .repeating()
        .uni(() -> targets.page(transaction, last[0], TARGETS_AT_ONCE))
        .whilst(page -> page.size() == TARGETS_AT_ONCE)
        .onItem()
        .transformToUniAndConcatenate(page -> {
          if (!page.isEmpty()) {
            last[0] = page.getLast().place().target();
          }
          return check(transaction, page, setting, findings);
        })
        .collect()
        .last();
  }

  private Uni<Void> check(
      SqlConnection transaction, List<TargetState> page, Setting setting, Findings findings) {
    findings.lookedAt("targets", page.size());
    Map<String, Fold> folds = new HashMap<>();
    Map<String, List<Fold>> bySubject = new HashMap<>();
    for (TargetState state : page) {
      Fold fold = new Fold(state.definition(setting.catalogue()), setting.today());
      folds.put(state.place().target(), fold);
      bySubject.computeIfAbsent(state.wanted().subject(), subject -> new ArrayList<>()).add(fold);
    }
    List<Wanted> wanted = page.stream().map(TargetState::wanted).toList();
    return histories
        .read(
            transaction,
            wanted,
            (subject, said) ->
                bySubject.getOrDefault(subject, List.of()).forEach(fold -> fold.add(said)))
        .invoke(() -> page.forEach(state -> compare(state, folds, setting, findings)));
  }

  private static void compare(
      TargetState state, Map<String, Fold> folds, Setting setting, Findings findings) {
    String id = state.place().target();
    Standing expected = Objects.requireNonNull(folds.get(id)).standing();
    Standing stored = state.standing();
    if (stored == null) {
      findings.add(new Difference(KIND, id, "standing", null, expected.toString()));
      return;
    }
    findings.compare(KIND, id, "day", state.day(), expected.day());
    findings.compare(KIND, id, "figure", stored.figure(), expected.figure());
    findings.compare(KIND, id, "numerator", stored.numerator(), expected.numerator());
    findings.compare(KIND, id, "denominator", stored.denominator(), expected.denominator());
    findings.compare(KIND, id, "done", stored.done(), expected.done());
    findings.compare(KIND, id, "pace", stored.pace(), expected.pace());
    findings.compare(KIND, id, "light", stored.light(), expected.light());
    findings.compare(KIND, id, "unreported", stored.unreported(), expected.unreported());
    findings.compare(KIND, id, "pastDue", stored.pastDue(), expected.pastDue());
    findings.compare(KIND, id, "reportedOn", stored.reportedOn(), expected.reportedOn());
    findings.compare(KIND, id, "reportedAt", stored.reportedAt(), expected.reportedAt());
    findings.compare(KIND, id, "detail", stored.detail(), expected.detail());
    counted(state, state.definition(setting.catalogue()), expected, setting, findings);
  }

  private static void counted(
      TargetState state,
      Definition definition,
      Standing standing,
      Setting setting,
      Findings findings) {
    String id = state.place().target();
    Counted stored = state.counted();
    findings.compare(KIND, id, "counted", stored != null, !state.dropped());
    if (stored == null || state.dropped()) {
      return;
    }
    Contribution expected = Contribution.of(definition, standing);
    Contribution counted = stored.contribution();
    findings.compare(KIND, id, "counted item", stored.item(), state.place().item());
    findings.compare(
        KIND, id, "counted scopes", stored.scopes(), setting.scopesOf(state.place().district()));
    findings.compare(KIND, id, "counted indicator", stored.indicator(), state.target().indicator());
    findings.compare(KIND, id, "counted promised", counted.promised(), expected.promised());
    findings.compare(KIND, id, "counted reached", counted.reached(), expected.reached());
    findings.compare(KIND, id, "counted paced", counted.paced(), expected.paced());
    findings.compare(KIND, id, "counted baseline", counted.baseline(), expected.baseline());
    findings.compare(KIND, id, "counted numerator", counted.numerator(), expected.numerator());
    findings.compare(
        KIND, id, "counted denominator", counted.denominator(), expected.denominator());
    findings.compare(
        KIND,
        id,
        "counted promised numerator",
        counted.promisedNumerator(),
        expected.promisedNumerator());
  }
}
