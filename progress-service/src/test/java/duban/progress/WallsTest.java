package duban.progress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("duban.progress");

  @Test
  void rulesArePure() {
    noClasses()
        .that()
        .resideInAPackage("duban.progress.rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "io.vertx..",
            "jakarta..",
            "java.sql..",
            "java.net..",
            "duban.door..",
            "duban.progress.intake..",
            "duban.progress.replica..",
            "duban.progress.ledger..")
        .because(
            "what may be reported is a pure function, tested as a table: fetch what it needs in"
                + " intake.Judge and hand it in")
        .check(SERVICE);
  }

  @Test
  void sqlStaysInStores() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .doNotHaveSimpleName("DatabaseReady")
        .should()
        .callMethodWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "sends SQL",
                    target ->
                        target.getOwner().getPackageName().startsWith("io.vertx.mutiny.sqlclient")
                            && (target.getName().equals("preparedQuery")
                                || target.getName().equals("query")))))
        .because("SQL stands beside the one class that runs it: a store of that package")
        .check(SERVICE);
  }

  @Test
  void httpStaysInResources() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..")
        .because("paths, statuses and headers are a resource's business: return a value instead")
        .check(SERVICE);
  }

  @Test
  void roomsFormNoCycle() {
    slices()
        .matching("duban.progress.(*)..")
        .should()
        .beFreeOfCycles()
        .because("intake uses replica, both use ledger and rules, never the other way round")
        .check(SERVICE);
  }
}
