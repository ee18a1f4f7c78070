package duban.reporting.question;

import duban.reporting.catalogue.Catalogues;
import duban.reporting.catalogue.Setting;
import duban.reporting.projection.Projection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Finds what a report must be told under. */
@ApplicationScoped
public class Viewpoints {

  private final Projection projection;
  private final Catalogues catalogues;

  Viewpoints(Projection projection, Catalogues catalogues) {
    this.projection = projection;
    this.catalogues = catalogues;
  }

  public Uni<Viewpoint> of(SqlClient client, AsOf asOf) {
    return projection.setting(client).chain(now -> of(client, asOf, now));
  }

  private Uni<Viewpoint> of(SqlClient client, AsOf asOf, Setting now) {
    LocalDate day = asOf.day() == null ? now.today() : asOf.day();
    if (asOf.knownAt() == null) {
      return Uni.createFrom().item(new Viewpoint(now.on(day), null, asOf.isNow(now)));
    }
    return catalogues
        .knownAt(client, asOf.knownAt())
        .map(catalogue -> new Viewpoint(new Setting(day, catalogue), asOf.knownAt(), false));
  }
}
