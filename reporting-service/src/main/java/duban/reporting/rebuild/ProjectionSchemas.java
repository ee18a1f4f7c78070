package duban.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Makes a schema of projection tables, always by the same scripts. It blocks, since Flyway speaks
 * JDBC.
 */
@ApplicationScoped
class ProjectionSchemas {

  private final DataSource dataSource;

  ProjectionSchemas(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes it, or leaves it as it is if it is there and whole. */
  void make(String schema) {
    Flyway.configure(ProjectionSchemas.class.getClassLoader())
        .dataSource(dataSource)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("db/mark", "db/projection")
        .load()
        .migrate();
  }
}
