package duban.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which tables this code reads and writes. Another version has a schema of its own, so that an
 * older replica goes on serving while this one's is built.
 */
@ApplicationScoped
public class ProjectionVersion {

  private final int number;
  private final String scripts;

  ProjectionVersion(
      @ConfigProperty(name = "duban.projection.version") int number,
      @ConfigProperty(name = "duban.projection.scripts") String scripts) {
    this.number = number;
    this.scripts = scripts;
  }

  public int number() {
    return number;
  }

  /** The digest of the scripts in db/projection that the tables were made by. */
  public String scripts() {
    return scripts;
  }

  /** The schema that every connection of the service's pool looks into. */
  public String schema() {
    return "projection_v" + number;
  }

  /** Where a rebuild writes. */
  public String next() {
    return schema() + "_next";
  }

  /** What a rebuild has replaced, until it is dropped. */
  public String old() {
    return schema() + "_old";
  }
}
