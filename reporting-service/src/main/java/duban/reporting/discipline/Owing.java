package duban.reporting.discipline;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.reporting.catalogue.Setting;
import duban.reporting.discipline.DisciplineStore.Revision;
import duban.reporting.event.ObservationStore.Wanted;
import duban.reporting.promise.Definition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A target that a plan promises in a month, before it is known whether it was achieved before. */
record Owing(String district, String item, Target target, Definition definition) {

  Wanted wanted() {
    return Wanted.of(item, district, target);
  }

  /**
   * The targets that run in the month, of the revisions that were in force at its end.
   *
   * @param revisions each plan's in order
   */
  static List<Owing> in(Collection<Revision> revisions, Duty duty, Setting setting) {
    Map<String, Revision> inForce = new LinkedHashMap<>();
    for (Revision revision : revisions) {
      if (duty.isReachedBy(Duty.dayOf(revision.recordedAt()))) {
        inForce.put(revision.content().id(), revision);
      }
    }
    List<Owing> owing = new ArrayList<>();
    inForce.values().stream()
        .filter(revision -> runs(revision, duty))
        .forEach(revision -> add(owing, revision.content(), duty, setting));
    return owing;
  }

  /** A plan that ended, or was closed, before the month owes nothing more. */
  private static boolean runs(Revision revision, Duty duty) {
    LocalDate first = duty.month().atDay(1);
    boolean closed = revision.closedAt() != null && Duty.dayOf(revision.closedAt()).isBefore(first);
    return !closed && !revision.content().lastDay().isBefore(first);
  }

  private static void add(List<Owing> owing, Plan plan, Duty duty, Setting setting) {
    for (WorkItem item : plan.items().toList()) {
      for (Target target : item.targets()) {
        Definition definition =
            Definition.of(
                target,
                plan,
                setting.catalogue().indicator(target.indicator()),
                setting.catalogue().settings());
        if (duty.isReachedBy(definition.start())) {
          owing.add(new Owing(plan.district(), plan.itemId(item), target, definition));
        }
      }
    }
  }
}
