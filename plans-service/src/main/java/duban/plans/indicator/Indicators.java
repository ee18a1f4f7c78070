package duban.plans.indicator;

import duban.contracts.Text;
import duban.contracts.catalogue.Indicator;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.Wording;
import duban.plans.catalogue.Wordings;
import duban.plans.catalogue.Wordings.Author;
import duban.plans.catalogue.Wordings.Worded;
import duban.plans.publication.Facts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words indicators, anew or better. */
@ApplicationScoped
public class Indicators {

  @Inject CatalogueLog catalogue;
  @Inject Wordings wordings;

  /** Fails with PRECONDITION_REQUIRED or PRECONDITION_FAILED, or CONFLICT for another meaning. */
  Uni<Worded<Indicator>> word(Indicator wanted, Author author) {
    return catalogue
        .now()
        .chain(now -> {
          @Nullable Wording<Indicator> known = now.indicators().get(wanted.key());
          return known == null
              ? wordings.create(wanted, author, Facts::indicator)
              : wordings.change(
                  known, wanted, author, Facts::indicator, Indicators::requireSameMeaning);
        });
  }

  private static void requireSameMeaning(Indicator before, Indicator after) {
    List<FieldProblem> changes = IndicatorRules.changes(before, after);
    if (!changes.isEmpty()) {
      Text detail = new Text("指标的口径不可更改。", "What an indicator counts cannot change.");
      throw new ProblemException(new Problem(ProblemType.CONFLICT, detail, changes));
    }
  }
}
