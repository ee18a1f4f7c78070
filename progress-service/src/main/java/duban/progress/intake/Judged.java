package duban.progress.intake;

import duban.contracts.problem.Problem;
import duban.ledger.chain.NewEvent;

/** What the rules say of an event, before its ledger has the last word. */
sealed interface Judged {

  record Accepted(NewEvent event) implements Judged {}

  record Refused(Problem problem) implements Judged {}
}
