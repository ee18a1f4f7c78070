package duban.plans.review;

import duban.plans.review.Proposal.Role;
import duban.plans.review.Proposal.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a review has come.
 *
 * @param undecided targets that wait; publishing waits for them too
 * @param results of a summary, which wait for nobody
 */
@Schema(name = "ReviewTally")
public record Tally(int undecided, int accepted, int edited, int rejected, int results) {

  public static Tally of(Review review) {
    return new Tally(
        review.undecided(),
        count(review, State.ACCEPTED),
        count(review, State.EDITED),
        count(review, State.REJECTED),
        (int)
            review.proposals().stream()
                .filter(proposal -> proposal.role() == Role.RESULT)
                .filter(proposal -> proposal.state() == State.PROPOSED)
                .count());
  }

  private static int count(Review review, State state) {
    return (int) review.proposals().stream().filter(proposal -> proposal.state() == state).count();
  }
}
