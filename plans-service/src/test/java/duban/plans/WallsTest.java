package duban.plans;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The few walls of this house that matter. */
class WallsTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("duban.plans");

  @Test
  void rulesArePlainJava() {
    noClasses()
        .that()
        .resideInAPackage("..rules..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..", "duban.contracts..", "duban.plans.rules..", "org.jspecify..")
        .because("a rule is a table test away only while it is pure; hand in what it must know")
        .check(HOUSE);
  }

  @Test
  void httpStaysInResources() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jakarta.ws.rs..")
        .because(
            "a refusal is a ProblemException and an answer a record; only resources speak HTTP")
        .check(HOUSE);
  }

  @Test
  void databaseStaysInStores() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .haveSimpleNameNotEndingWith("Index")
        .and()
        .haveSimpleNameNotEndingWith("Wiring")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hibernate..", "io.vertx.mutiny.sqlclient..")
        .because("SQL and sessions belong beside the one class that runs them")
        .check(HOUSE);
  }

  @Test
  void roomsDoNotGoRoundInCircles() {
    slices()
        .matching("duban.plans.(*)..")
        .should()
        .beFreeOfCycles()
        .because("dependencies point one way: resource, feature, publication")
        .check(HOUSE);
  }
}
