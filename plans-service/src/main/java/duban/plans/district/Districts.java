package duban.plans.district;

import duban.contracts.Ledgers;
import duban.contracts.Text;
import duban.contracts.catalogue.District;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.plans.catalogue.Catalogue;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.DistrictTree;
import duban.plans.publication.Facts;
import duban.plans.publication.Publication;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Gives divisions their places. What was stated once is never edited: a change has a day. */
@ApplicationScoped
public class Districts {

  @Inject CatalogueLog catalogue;
  @Inject Publication publication;

  /**
   * @param reachesParent whether the author may speak for the division named as parent
   */
  record Author(String subject, boolean reachesParent) {}

  /**
   * @param created whether this call stated it
   */
  record Placed(District place, boolean created) {}

  /** Fails with INVALID_REQUEST, FORBIDDEN, or CONFLICT when that day was stated otherwise. */
  Uni<Placed> place(District wanted, String code, Author author) {
    return catalogue
        .now()
        .chain(now -> {
          Optional<District> known = now.tree().beginning(code, wanted.from());
          if (known.isPresent() && isSame(known.get(), wanted)) {
            return Uni.createFrom().item(new Placed(known.get(), false));
          }
          require(wanted, code, now.tree(), author);
          return append(wanted, now, author);
        });
  }

  /** The tree that the rules looked at is the one that the place is added to, or nothing is. */
  private Uni<Placed> append(District wanted, Catalogue now, Author author) {
    return publication
        .appendAt(Ledgers.CATALOGUE, now.seq(), Facts.district(wanted, author.subject()))
        .map(receipt -> new Placed(wanted, !receipt.duplicate()));
  }

  private static void require(District wanted, String code, DistrictTree tree, Author author) {
    if (tree.beginning(code, wanted.from()).isPresent()) {
      throw ProblemException.at(
          ProblemType.CONFLICT,
          "/from",
          "该区划自该日起的位置已另有记载；事实不可更改，请另定日期。",
          "Its place from that day on was stated otherwise; a fact is never edited, name another"
              + " day.");
    }
    List<FieldProblem> faults = TreeRules.faults(wanted, code, tree);
    if (!faults.isEmpty()) {
      Text detail = new Text("区划有误。", "The division is wrong.");
      throw new ProblemException(new Problem(ProblemType.INVALID_REQUEST, detail, faults));
    }
    requireReach(wanted, tree, author);
  }

  /** A division goes on under its parent by its own bureau's word; under another by that one's. */
  private static void requireReach(District wanted, DistrictTree tree, Author author) {
    District last = tree.on(wanted.from()).get(wanted.code());
    boolean stays = last != null && Objects.equals(last.parent(), wanted.parent());
    if (!stays && !author.reachesParent()) {
      throw ProblemException.at(
          ProblemType.FORBIDDEN,
          "/parent",
          "您的令牌不包含区划 " + wanted.parent() + "。",
          "Your token does not reach district " + wanted.parent() + ".");
    }
  }

  private static boolean isSame(District one, District other) {
    return Facts.canonical(one).equals(Facts.canonical(other));
  }
}
