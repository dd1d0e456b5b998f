package org.gongkai;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may import which. What a package lists is all of ours that it may know. */
class ArchitectureTest {

    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            entry("report", List.of()),
            entry("database", List.of()),
            entry("rules", List.of("report")),
            entry("transcription", List.of("report")),
            entry("problem", List.of("report", "rules")),
            entry("security", List.of("report", "problem")),
            entry("http", List.of("report", "problem")),
            entry("rendering", List.of("report", "problem", "http")),
            entry("trail", List.of("report", "problem", "http", "security", "database")),
            entry("catalogue", List.of("report", "rules", "http")),
            entry("registry", List.of("report", "rules", "problem", "http", "security", "database", "trail")),
            entry("cycle", List.of("report", "rules", "problem", "http", "security", "database", "trail", "registry")),
            entry(
                    "filing",
                    List.of(
                            "report",
                            "rules",
                            "problem",
                            "http",
                            "security",
                            "database",
                            "trail",
                            "registry",
                            "cycle",
                            "rendering")),
            entry("statistics", List.of("report", "rules", "problem", "http", "security", "registry", "rendering")),
            entry(
                    "document",
                    List.of(
                            "report",
                            "rules",
                            "transcription",
                            "problem",
                            "http",
                            "security",
                            "trail",
                            "registry",
                            "filing")),
            entry("contract", List.of("report", "problem", "security")),
            entry("platform", List.of("database", "http", "security", "registry", "cycle", "filing", "document")));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gongkai");

    static Set<Entry<String, List<String>>> packages() {
        return MAY_IMPORT.entrySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatItMay(Entry<String, List<String>> entry) {
        DescribedPredicate<JavaClass> allowed =
                resideOutsideOfPackage("org.gongkai..").or(within(entry.getKey()));
        for (String other : entry.getValue()) {
            allowed = allowed.or(within(other));
        }

        classes()
                .that(within(entry.getKey()))
                .should()
                .onlyDependOnClassesThat(allowed)
                .check(SERVICE);
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> packages = SERVICE.stream()
                .map(type -> type.getPackageName().replace("org.gongkai.", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    }

    @Test
    void theCoreKnowsNoFramework() {
        noClasses()
                .that(within("report").or(within("rules")).or(within("transcription")))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta..")
                        .or(resideInAPackage("io.quarkus.."))
                        .or(resideInAPackage("org.hibernate.."))
                        .or(resideInAPackage("java.sql..")))
                .check(SERVICE);
    }

    @Test
    void onlyTheClockTellsTheTime() {
        noClasses()
                .that(resideOutsideOfPackage("org.gongkai.platform.."))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SERVICE);
    }

    private static DescribedPredicate<JavaClass> within(String name) {
        return resideInAPackage("org.gongkai." + name);
    }
}
