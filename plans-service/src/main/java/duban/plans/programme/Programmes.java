package duban.plans.programme;

import duban.contracts.Text;
import duban.contracts.catalogue.Programme;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.plans.catalogue.Catalogue;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.Wording;
import duban.plans.catalogue.Wordings;
import duban.plans.catalogue.Wordings.Author;
import duban.plans.catalogue.Wordings.Worded;
import duban.plans.publication.Facts;
import duban.plans.rules.ProgrammeRules;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words programmes, anew or better. */
@ApplicationScoped
public class Programmes {

  @Inject CatalogueLog catalogue;
  @Inject Wordings wordings;

  /** Fails with INVALID_REQUEST, PRECONDITION_REQUIRED, PRECONDITION_FAILED or CONFLICT. */
  Uni<Worded<Programme>> word(String key, Programme wanted, Author author) {
    return catalogue
        .now()
        .invoke(now -> requireSound(key, wanted, now))
        .chain(now -> {
          @Nullable Wording<Programme> known = now.programmes().get(key);
          return known == null
              ? wordings.create(wanted, author, Facts::programme)
              : wordings.change(
                  known, wanted, author, Facts::programme, Programmes::requireSameMeaning);
        });
  }

  private static void requireSound(String key, Programme wanted, Catalogue now) {
    List<FieldProblem> faults = ProgrammeRules.faults(wanted, key, now::indicator);
    if (!faults.isEmpty()) {
      Text detail = new Text("行动计划有误。", "The programme is wrong.");
      throw new ProblemException(new Problem(ProblemType.INVALID_REQUEST, detail, faults));
    }
  }

  private static void requireSameMeaning(Programme before, Programme after) {
    List<FieldProblem> changes = ProgrammeRules.changes(before, after);
    if (!changes.isEmpty()) {
      Text detail = new Text("行动计划的指标不可更改。", "What a programme adds up under cannot change.");
      throw new ProblemException(new Problem(ProblemType.CONFLICT, detail, changes));
    }
  }
}
