package duban.plans.likeness;

import duban.plans.catalogue.CatalogueLog;
import duban.plans.catalogue.Wording;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A suggester that knows what the catalogue and the published plans say now. */
@ApplicationScoped
public class Suggestions {

  @Inject CatalogueLog catalogue;
  @Inject LearntIndex learnt;

  public Uni<Suggester> now() {
    return Uni.combine()
        .all()
        .unis(catalogue.now(), learnt.all())
        .with((now, known) ->
            new Suggester(
                now.indicators().values().stream().map(Wording::content).toList(), known));
  }
}
