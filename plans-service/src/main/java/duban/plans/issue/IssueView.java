package duban.plans.issue;

import duban.contracts.catalogue.Issue;
import duban.plans.catalogue.Issued;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An issue and where it stands in the ledger {@code plans/catalogue}.
 *
 * @param hash the ledger's hash at {@code seq}
 */
@Schema(name = "IssuedBulletin")
public record IssueView(Issue issue, long seq, String hash, Instant issuedAt, String by) {

  /**
   * @param next what to send as {@code after} for those that follow; absent at the end
   */
  @Schema(name = "IssuedBulletins")
  public record Page(List<IssueView> issues, @Nullable Long next) {

    /**
     * @param found up to one more than {@code limit}, which tells that there is a next page
     */
    static Page of(List<Issued> found, int limit) {
      List<IssueView> issues = found.stream().limit(limit).map(IssueView::of).toList();
      return new Page(issues, found.size() > limit ? issues.getLast().seq() : null);
    }
  }

  static IssueView of(Issued issued) {
    return new IssueView(
        issued.issue(), issued.seq(), issued.hash().hex(), issued.recordedAt(), issued.by());
  }
}
