package dev.parley.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may see whom, and what is to be had in one place only. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/$")) // made by the bean compiler
          .importPackages(
              "dev.parley.domain",
              "dev.parley.json",
              "dev.parley.aws",
              "dev.parley.platforms",
              "dev.parley.chat",
              "dev.parley.referral",
              "dev.parley.catalog",
              "dev.parley.admin");
  private static final List<String> CONTEXTS = List.of("chat", "referral", "catalog", "admin");
  private static final int FEWEST_CLASSES = 300;
  private static final int MOST_COLLABORATORS = 4;

  @Test
  void theRulesSeeTheWholeProduct() {
    assertTrue(PRODUCT.size() >= FEWEST_CLASSES, () -> PRODUCT.size() + " classes");
    for (String context : CONTEXTS) {
      assertTrue(
          PRODUCT.stream().anyMatch(c -> c.getPackageName().equals("dev.parley." + context)),
          context);
    }
  }

  @Test
  void theDomainSeesNothingButJavaAndMoney() {
    classes()
        .that()
        .resideInAPackage("dev.parley.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.parley.domain..", "java..", "org.jspecify..", "org.joda.money..")
        .check(PRODUCT);
  }

  @Test
  void contextsDoNotSeeEachOther() {
    slices()
        .matching("dev.parley.(chat|referral|catalog|admin)..")
        .should()
        .notDependOnEachOther()
        .check(PRODUCT);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.parley.(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void adaptersOfAwsAndOfPlatformsDoNotSeeEachOther() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.parley.platforms..")
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage("dev.parley.platforms..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.parley.aws..")
        .check(PRODUCT);
  }

  @Test
  void theSdkIsUsedByTheAdaptersOfAwsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.parley.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(PRODUCT);
  }

  @Test
  void theLambdaRuntimeIsKnownToHandlersAndTheirBasesAlone() {
    noClasses()
        .that(
            resideInAnyPackage("dev.parley..")
                .and(not(assignableTo(RequestStreamHandler.class)))
                .and(not(resideInAnyPackage("dev.parley.aws.runtime"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.amazonaws..", "io.micronaut.function..")
        .check(PRODUCT);
  }

  @Test
  void nothingBindsJsonByReflection() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.databind..", "io.micronaut.serde..")
        .check(PRODUCT);
  }

  @Test
  void everyHandlerStandsAtTheRootOfItsContext() {
    classes()
        .that()
        .areAssignableTo(RequestStreamHandler.class)
        .and()
        .resideOutsideOfPackage("dev.parley.aws..")
        .should()
        .haveSimpleNameEndingWith("Handler")
        .andShould()
        .resideInAnyPackage(
            CONTEXTS.stream().map(context -> "dev.parley." + context).toArray(String[]::new))
        .andShould(haveFewCollaborators())
        .check(PRODUCT);
  }

  private static ArchCondition<JavaClass> haveFewCollaborators() {
    return new ArchCondition<>("have at most " + MOST_COLLABORATORS + " collaborators") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long count =
            type.getFields().stream().filter(field -> field.isAnnotatedWith(Inject.class)).count();
        String message = type.getName() + " has " + count;
        events.add(new SimpleConditionEvent(type, count <= MOST_COLLABORATORS, message));
      }
    };
  }

  /** A snapshot keeps what a handler holds: nothing but its collaborators, which prepare for it. */
  @Test
  void handlersHoldNothingThatASnapshotWouldFreeze() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAssignableTo(RequestStreamHandler.class)
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("dev.parley.aws..")
        .and()
        .areNotAnnotatedWith(Inject.class)
        .should()
        .beStatic()
        .andShould()
        .beFinal()
        .check(PRODUCT);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*\\.\\w*(Manager|Helper|Utils?|Impl|Base|Abstract|Common)(\\$.*)?")
        .orShould()
        .haveNameMatching(".*\\.(Abstract|Base|Common)[A-Z]\\w*")
        .check(PRODUCT);
    noClasses()
        .should()
        .resideInAnyPackage("..dto..", "..util..", "..service..", "..impl..", "..exception..")
        .check(PRODUCT);
  }

  @Test
  void nothingThatMovesIsStatic() {
    fields().that().areStatic().should().beFinal().check(PRODUCT);
  }

  @Test
  void theProcessIsAskedForItsVariablesInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.parley.aws.runtime")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(InstantSource.class, "system")
        .check(PRODUCT);
  }

  @Test
  void timeAndChanceComeFromOutside() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .check(PRODUCT);
  }

  @Test
  void onlyTheLogWritesToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.parley.aws.log")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(PRODUCT);
  }

  @Test
  void nothingSleeps() {
    noClasses()
        .should()
        .callMethodWhere(target(name("sleep")).and(target(owner(assignableTo(Thread.class)))))
        .check(PRODUCT);
  }
}
