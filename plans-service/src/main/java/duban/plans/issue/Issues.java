package duban.plans.issue;

import duban.contracts.Ledgers;
import duban.contracts.Text;
import duban.contracts.catalogue.Issue;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.plans.catalogue.Catalogue;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.Issued;
import duban.plans.publication.Facts;
import duban.plans.publication.Publication;
import duban.plans.rules.IssueRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Takes issues in their order. Of two who issue the same number the ledger takes one. */
@ApplicationScoped
public class Issues {

  @Inject CatalogueLog catalogue;
  @Inject Publication publication;

  /**
   * @param made whether this call issued it
   */
  record Made(Issued issued, boolean made) {}

  /** Fails with INVALID_REQUEST, or CONFLICT when the number is taken or not the next. */
  Uni<Made> issue(Issue wanted, String by) {
    requireSound(wanted);
    return catalogue
        .now()
        .chain(now -> {
          requireScope(wanted, now);
          Optional<Issued> same = same(wanted, now);
          return same.isPresent()
              ? Uni.createFrom().item(new Made(same.get(), false))
              : append(wanted, now, by);
        });
  }

  private Uni<Made> append(Issue wanted, Catalogue now, String by) {
    int next = now.issues(wanted).size() + 1;
    if (wanted.number() != next) {
      throw taken(next);
    }
    return publication
        .append(Ledgers.CATALOGUE, Facts.issue(wanted, by))
        .map(receipt ->
            new Made(
                new Issued(wanted, receipt.seq(), receipt.hash(), receipt.recordedAt(), by),
                !receipt.duplicate()));
  }

  /** Who repeats an issue whose answer was lost gets that answer. */
  private static Optional<Issued> same(Issue wanted, Catalogue now) {
    return now.issues(wanted).stream()
        .filter(issued -> Facts.canonical(issued.issue()).equals(Facts.canonical(wanted)))
        .findFirst();
  }

  private static void requireSound(Issue wanted) {
    List<FieldProblem> faults = IssueRules.faults(wanted);
    if (!faults.isEmpty()) {
      Text detail = new Text("通报有误。", "The issue is wrong.");
      throw new ProblemException(new Problem(ProblemType.INVALID_REQUEST, detail, faults));
    }
  }

  private static void requireScope(Issue wanted, Catalogue now) {
    if (!now.tree().knows(wanted.scope())) {
      throw ProblemException.at(
          ProblemType.INVALID_REQUEST, "/scope", "区划树中没有此代码。", "The tree has no such division.");
    }
  }

  private static ProblemException taken(int next) {
    return ProblemException.at(
        ProblemType.CONFLICT,
        "/number",
        "该范围该期的下一期号是 " + next + "。",
        "The next number of that scope and period is " + next + ".");
  }
}
