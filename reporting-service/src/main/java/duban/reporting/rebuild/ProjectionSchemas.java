package duban.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * Makes a schema of projection tables, always by the same scripts. It blocks, since Flyway speaks
 * JDBC, and connects by itself: a pooled connection may be long dead by the time of a rebuild.
 */
@ApplicationScoped
class ProjectionSchemas {

  private final String url;
  private final String user;
  private final String password;

  ProjectionSchemas(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Makes it, or leaves it as it is if it is there and whole. */
  void make(String schema) {
    Flyway.configure(ProjectionSchemas.class.getClassLoader())
        .dataSource(url, user, password)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("db/mark", "db/projection")
        .load()
        .migrate();
  }
}
