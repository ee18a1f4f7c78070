package duban.plans.review;

import duban.contracts.catalogue.Indicator;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.plan.Target;
import duban.contracts.problem.FieldProblem;
import duban.document.Span;
import duban.plans.review.Proposal.Decided;
import duban.plans.review.Proposal.Origin;
import duban.plans.review.Proposal.Role;
import duban.plans.review.Proposal.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A target that a person adds by marking the words that state it.
 *
 * @param start first character of the words, in UTF-16 code units of the text
 * @param end behind their last character
 * @param quote the words, if the page wants them compared
 */
@Schema(name = "Marking")
public record Marking(int start, int end, @Nullable String quote, Target target) {

  /** The review with the target, or what is wrong with it. */
  Outcome apply(
      Review before, String text, Function<String, Optional<Indicator>> catalogue, Decided author) {
    List<FieldProblem> faults = new ArrayList<>(faults(before, text));
    Optional<WorkItem> item = before.outline().item(Outline.itemOf(target.id()));
    item.ifPresentOrElse(
        found ->
            TargetFaults.mapped(before.outline(), found, target, catalogue)
                .forEach(fault ->
                    faults.add(new FieldProblem("/target" + fault.pointer(), fault.detail()))),
        () ->
            faults.add(
                FieldProblem.at("/target/id", "计划中没有这个工作项。", "The plan has no such work item.")));
    return faults.isEmpty()
        ? new Outcome.Changed(change(before, text, author))
        : new Outcome.Refused(faults);
  }

  private List<FieldProblem> faults(Review before, String text) {
    if (start < 0 || start >= end || end > text.length()) {
      return List.of(FieldProblem.at("/end", "不在原文之内。", "Lies outside the text."));
    }
    if (quote != null && !quote.equals(text.substring(start, end))) {
      return List.of(FieldProblem.at("/quote", "与原文不符。", "Is not what the text says there."));
    }
    boolean taken =
        before.proposals().stream()
            .anyMatch(proposal -> proposal.target().id().equals(target.id()));
    return taken
        ? List.of(FieldProblem.at("/target/id", "已用于另一候选。", "Another proposal has it already."))
        : List.of();
  }

  private Change change(Review before, String text, Decided author) {
    Proposal added =
        new Proposal(
            before.nextNumber(),
            Outline.itemOf(target.id()),
            Role.TARGET,
            Origin.ADDED,
            State.ACCEPTED,
            new Span(start, end),
            text.substring(start, end),
            target,
            target,
            BigDecimal.ONE,
            List.of(),
            null,
            null,
            author);
    List<Proposal> news = List.of(added);
    return new Change(before.with(news), news, List.of(HistoryLine.added(added, author)));
  }
}
