package no.klarert.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules between rooms (docs/adr/0001). */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("no.klarert");

    private static final Map<String, List<String>> MAY_KNOW = Map.of(
            "vocabulary", List.of(),
            "policy", List.of(),
            "storage", List.of("vocabulary"),
            "issuer", List.of("vocabulary", "storage"),
            "registry", List.of("vocabulary", "storage", "policy"),
            "access", List.of("vocabulary", "storage"),
            "systemuser", List.of("vocabulary", "storage"),
            "pdp", List.of("vocabulary", "storage", "policy"),
            "portal", List.of("vocabulary", "storage"),
            "sdk", List.of("vocabulary"));

    @Test
    void enough_classes_were_imported_for_the_rules_to_mean_something() {
        for (var room : MAY_KNOW.keySet()) {
            assertThat(OURS.stream().filter(type -> isIn(room, type)).count())
                    .as("classes of " + room)
                    .isGreaterThan(4);
        }
        assertThat(OURS.size()).isGreaterThan(300);
    }

    private static boolean isIn(String room, JavaClass type) {
        var prefix = "no.klarert." + room;
        return type.getPackageName().equals(prefix) || type.getPackageName().startsWith(prefix + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vocabulary",
                "policy",
                "storage",
                "issuer",
                "registry",
                "access",
                "systemuser",
                "pdp",
                "portal",
                "sdk"
            })
    void a_room_knows_only_what_the_table_allows(String room) {
        var allowed = MAY_KNOW.getOrDefault(room, List.of()).stream()
                .map(other -> "no.klarert." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("no.klarert." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("no.klarert..")
                        .and(not(resideInAPackage("no.klarert." + room + "..")))
                        .and(not(resideInAnyPackage(allowed))))
                .check(OURS);
    }

    @Test
    void stores_know_rooms_but_not_the_edge() {
        noClasses()
                .that()
                .resideInAPackage("no.klarert.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("no.klarert.server..", "no.klarert.sdk..")
                .check(OURS);
    }

    @Test
    void sql_is_spoken_only_in_the_postgres_store() {
        noClasses()
                .that()
                .resideOutsideOfPackage("no.klarert.store.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..", "org.flywaydb..")
                .check(OURS);
    }

    @Test
    void helidon_is_known_only_at_the_edge() {
        noClasses()
                .that()
                .resideOutsideOfPackage("no.klarert.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.helidon..")
                .check(OURS);
    }

    @Test
    void the_engine_knows_only_the_jdk() {
        classes()
                .that()
                .resideInAPackage("no.klarert.policy..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("no.klarert.policy..", "java..", "javax.xml..", "org.jspecify..")
                .check(OURS);
    }

    @Test
    void modules_do_not_depend_on_each_other_in_circles() {
        slices().matching("no.klarert.(*)..").should().beFreeOfCycles().check(OURS);
    }

    /** The engine's root package is its face: it knows the stages and they speak its words; among the stages there is an order. */
    @Test
    void stages_of_the_engine_do_not_depend_on_each_other_in_circles() {
        slices().matching("no.klarert.policy.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void nobody_asks_the_wall_clock_but_the_wiring() {
        noClasses()
                .that()
                .haveNameNotMatching("no\\.klarert\\.server\\.Klarert(\\$.*)?")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(OURS);
    }

    @Test
    void every_package_is_null_marked() {
        var unmarked = OURS.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.getClasses().isEmpty())
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(each -> each.getName())
                .filter(name -> !name.equals("gg.jte.generated.precompiled"))
                .toList();
        assertThat(unmarked).isEmpty();
    }
}
