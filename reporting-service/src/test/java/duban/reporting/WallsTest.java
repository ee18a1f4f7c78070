package duban.reporting;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("duban.reporting");

  @Test
  void theDomainIsPlainJava() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "duban.reporting.promise..", "duban.reporting.standing..", "duban.reporting.reason..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "io.vertx..",
            "jakarta..",
            "java.sql..",
            "java.net..",
            "org.eclipse.microprofile..",
            "org.apache.kafka..",
            "duban.door..",
            "duban.ledger..",
            "duban.reporting.store..",
            "duban.reporting.plan..",
            "duban.reporting.event..",
            "duban.reporting.rollup..",
            "duban.reporting.target..",
            "duban.reporting.projection..")
        .because(
            "a standing is a pure function of a definition, observations and a day: read what it"
                + " needs in event.ObservationStore and hand it in")
        .check(SERVICE);
  }

  @Test
  void whatAddsUpIsPlainJavaToo() {
    noClasses()
        .that()
        .resideInAPackage("duban.reporting.rollup..")
        .and()
        .haveSimpleNameNotEndingWith("Store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io..", "jakarta..", "java.sql..", "duban.reporting.store..")
        .because("sums are checked against properties without a database: keep SQL in the stores")
        .check(SERVICE);
  }

  @Test
  void aPromiseDoesNotKnowWhatCameOfIt() {
    noClasses()
        .that()
        .resideInAPackage("duban.reporting.promise..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("duban.reporting..")
                .and(resideOutsideOfPackage("duban.reporting.promise..")))
        .because("a pace is due whatever was reported: weigh the two in standing")
        .check(SERVICE);
  }

  @Test
  void applyingKnowsNoReader() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "duban.reporting.plan..",
            "duban.reporting.event..",
            "duban.reporting.target..",
            "duban.reporting.projection..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "duban.reporting.question..",
            "duban.reporting.freshness..",
            "duban.reporting.hindsight..",
            "duban.reporting.query..",
            "duban.reporting.live..")
        .because(
            "a transaction tells its changes by the rows it holds: a room that keeps something of"
                + " its own is a Follower, one that shows something reads the stores")
        .check(SERVICE);
  }

  @Test
  void sqlStaysInStores() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .resideOutsideOfPackage("duban.reporting.store..")
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(
                DescribedPredicate.describe(
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
        .and()
        .haveSimpleNameNotEndingWith("Mapper")
        .and()
        .haveSimpleNameNotEndingWith("Filter")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..")
        .because("paths, statuses and headers are a resource's business: return a value instead")
        .check(SERVICE);
  }

  @Test
  void kafkaStaysInTheIntake() {
    noClasses()
        .that()
        .resideOutsideOfPackage("duban.reporting.intake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive..")
        .because("everything behind the intake takes links, wherever they came from")
        .check(SERVICE);
  }

  @Test
  void roomsFormNoCycle() {
    slices()
        .matching("duban.reporting.(*)..")
        .should()
        .beFreeOfCycles()
        .because(
            "intake and query use projection, which uses target, which uses rollup, which uses"
                + " standing, never the other way round")
        .check(SERVICE);
  }
}
