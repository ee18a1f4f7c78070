package duban.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("duban.gateway");

  @Test
  void roomsDependOneWay() {
    slices()
        .matching("duban.gateway.(*)..")
        .should()
        .beFreeOfCycles()
        .because("route knows identity and limit; pass them values instead of calling back")
        .check(GATEWAY);
  }

  @Test
  void onlyResourcesSpeakJaxRs() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .and()
        .areTopLevelClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .because("what is forwarded never becomes a JAX-RS request; throw a ProblemException")
        .check(GATEWAY);
  }

  @Test
  void thereIsNoDatabaseAndNoBroker() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "io.vertx.sqlclient..", "org.apache.kafka..")
        .because("the gateway keeps nothing; ask the service that owns it over HTTP")
        .check(GATEWAY);
  }
}
