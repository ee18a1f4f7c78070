package duban.plans.review;

import duban.contracts.catalogue.Indicator;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.contracts.problem.FieldProblem;
import duban.plans.likeness.Suggestion;
import duban.plans.review.Decision.Verb;
import duban.plans.review.Proposal.Decided;
import duban.plans.review.Proposal.Role;
import duban.plans.review.Proposal.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies some decisions to a review, all or none. Pure: the time and the author are handed in. */
final class Decisions {

  private static final int LONGEST_REASON = 1_000;

  private final Review before;
  private final Function<String, Optional<Indicator>> catalogue;
  private final Decided author;
  private final List<Proposal> changed = new ArrayList<>();
  private final List<HistoryLine> lines = new ArrayList<>();
  private final List<FieldProblem> faults = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();

  private Decisions(
      Review before, Function<String, Optional<Indicator>> catalogue, Decided author) {
    this.before = before;
    this.catalogue = catalogue;
    this.author = author;
  }

  /** The review with the decisions, or what is wrong with them. */
  static Outcome apply(
      Review before,
      List<Decision> decisions,
      Function<String, Optional<Indicator>> catalogue,
      Decided author) {
    Decisions work = new Decisions(before, catalogue, author);
    for (int i = 0; i < decisions.size(); i++) {
      work.apply(decisions.get(i), "/decisions/" + i);
    }
    work.requireOwnIds();
    return work.faults.isEmpty()
        ? new Outcome.Changed(new Change(before.with(work.changed), work.changed, work.lines))
        : new Outcome.Refused(work.faults);
  }

  private void apply(Decision decision, String at) {
    Optional<Proposal> known = before.proposal(decision.proposal());
    if (known.isEmpty()) {
      fault(at + "/proposal", "没有这条候选。", "There is no such proposal.");
    } else if (!seen.add(decision.proposal())) {
      fault(at + "/proposal", "同一候选只能决定一次。", "Is decided twice here.");
    } else if (fits(decision, known.get(), at)) {
      decide(decision, known.get(), at);
    }
  }

  private void decide(Decision decision, Proposal proposal, String at) {
    Decided by = new Decided(author.by(), author.at(), decision.reason());
    switch (decision.decision()) {
      case ACCEPT -> keep(decision, proposal, accepted(decision, proposal, by), at);
      case EDIT -> edit(decision, proposal, by, at);
      case MAP -> keep(decision, proposal, mapped(decision, proposal, by), at);
      case REJECT ->
          note(decision, proposal, proposal.decided(State.REJECTED, proposal.target(), by));
      case REOPEN ->
          note(decision, proposal, proposal.decided(State.PROPOSED, proposal.proposed(), by));
    }
  }

  private static Proposal accepted(Decision decision, Proposal proposal, Decided by) {
    Target target = proposal.target();
    Suggestion suggestion = proposal.suggestion();
    if (decision.indicator() != null) {
      target = Targets.mapped(target, decision.indicator());
    } else if (Boolean.TRUE.equals(decision.suggested()) && suggestion != null) {
      target = Targets.mapped(target, suggestion.indicator());
    }
    return proposal.decided(State.ACCEPTED, target, by);
  }

  /** What waits goes on waiting; what was accepted is another wording now. */
  private static Proposal mapped(Decision decision, Proposal proposal, Decided by) {
    State next = proposal.isInDraft() ? State.EDITED : proposal.state();
    return proposal.decided(next, Targets.mapped(proposal.target(), decision.indicator()), by);
  }

  private void edit(Decision decision, Proposal proposal, Decided by, String at) {
    Target wanted = decision.target();
    if (wanted == null) {
      fault(at + "/target", "必须填写。", "Is required.");
      return;
    }
    keep(decision, proposal, proposal.edited(Outline.itemOf(wanted.id()), wanted, by), at);
  }

  /** Keeps what the plan's rules and the catalogue take. */
  private void keep(Decision decision, Proposal proposal, Proposal after, String at) {
    Optional<WorkItem> item = before.outline().item(after.item());
    String target = decision.decision() == Verb.EDIT ? at + "/target" : at;
    if (item.isEmpty()) {
      fault(target + "/id", "计划中没有这个工作项。", "The plan has no such work item.");
      return;
    }
    List<FieldProblem> wrong =
        TargetFaults.mapped(before.outline(), item.get(), after.target(), catalogue);
    wrong.forEach(fault -> faults.add(new FieldProblem(target + fault.pointer(), fault.detail())));
    if (wrong.isEmpty()) {
      note(decision, proposal, after);
    }
  }

  private void note(Decision decision, Proposal proposal, Proposal after) {
    changed.add(after);
    lines.add(HistoryLine.of(past(decision.decision()), proposal, after, decided(after)));
  }

  private Decided decided(Proposal after) {
    return after.decided() != null ? after.decided() : author;
  }

  private boolean fits(Decision decision, Proposal proposal, String at) {
    int before = faults.size();
    Verb verb = decision.decision();
    if (verb == Verb.ACCEPT && proposal.role() == Role.RESULT) {
      fault(at + "/decision", "这是结果；要列为目标请用 edit。", "A result; edit it to make it a target.");
    }
    if (verb == Verb.MAP && proposal.state() == State.REJECTED) {
      fault(at + "/decision", "已被否决。", "It was rejected.");
    }
    if (decision.target() != null && verb != Verb.EDIT) {
      fault(at + "/target", "只与 edit 同用。", "Goes with edit only.");
    }
    if (decision.indicator() != null && verb != Verb.ACCEPT && verb != Verb.MAP) {
      fault(at + "/indicator", "只与 accept 或 map 同用。", "Goes with accept or map only.");
    }
    reason(decision.reason(), at + "/reason");
    return faults.size() == before;
  }

  private void reason(@Nullable String reason, String at) {
    if (reason != null && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
      fault(at, "应有 1 至 1000 个字符。", "Must have 1 to 1000 characters.");
    }
  }

  /** An id stands for one proposal, whether that is in the draft or not: it may come back. */
  private void requireOwnIds() {
    Set<Integer> others = changed.stream().map(Proposal::proposal).collect(Collectors.toSet());
    Set<String> taken =
        before.proposals().stream()
            .filter(proposal -> !others.contains(proposal.proposal()))
            .map(proposal -> proposal.target().id())
            .collect(Collectors.toCollection(HashSet::new));
    for (Proposal proposal : changed) {
      if (!taken.add(proposal.target().id())) {
        fault(
            "/decisions",
            "编号 " + proposal.target().id() + " 已用于另一候选。",
            "Another proposal has the id " + proposal.target().id() + ".");
      }
    }
  }

  private void fault(String pointer, String zh, String en) {
    faults.add(FieldProblem.at(pointer, zh, en));
  }

  private static String past(Verb verb) {
    return switch (verb) {
      case ACCEPT -> "accepted";
      case EDIT -> "edited";
      case REJECT -> "rejected";
      case REOPEN -> "reopened";
      case MAP -> "mapped";
    };
  }
}
