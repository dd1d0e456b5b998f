package org.gongkai;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
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

/** The imports between packages. The table lists every package of the service that a package may import. */
class ArchitectureTest {

    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            entry("text", List.of()),
            entry("form", List.of("text")),
            entry("form.statutory", List.of("form", "text")),
            entry("report", List.of("form", "form.statutory", "text")),
            entry("rules", List.of("form", "report", "text")),
            entry("rules.book", List.of("form", "form.statutory", "report", "rules", "text")),
            entry(
                    "transcription",
                    List.of(
                            "form",
                            "form.statutory",
                            "text",
                            "transcription.carrier",
                            "transcription.page",
                            "transcription.place",
                            "transcription.table")),
            entry(
                    "transcription.carrier",
                    List.of(
                            "transcription.carrier.html",
                            "transcription.carrier.odf",
                            "transcription.carrier.pdf",
                            "transcription.carrier.sheet",
                            "transcription.carrier.text",
                            "transcription.carrier.word",
                            "transcription.carrier.zip",
                            "transcription.page")),
            entry("transcription.carrier.html", List.of("form", "text", "transcription.page", "transcription.place")),
            entry("transcription.carrier.odf", List.of("text", "transcription.carrier.zip", "transcription.page")),
            entry("transcription.carrier.sheet", List.of("text", "transcription.carrier.zip", "transcription.page")),
            entry("transcription.carrier.text", List.of("text", "transcription.page")),
            entry("transcription.carrier.word", List.of("text", "transcription.carrier.zip", "transcription.page")),
            entry("transcription.carrier.zip", List.of("text", "transcription.page")),
            entry("transcription.place", List.of()),
            entry("transcription.page", List.of("form", "form.statutory", "text", "transcription.place")),
            entry("transcription.carrier.pdf", List.of("text", "transcription.page", "transcription.place")),
            entry(
                    "transcription.table",
                    List.of("form", "report", "text", "transcription.page", "transcription.place")),
            entry("transcription.rendering", List.of("text", "transcription.page", "transcription.place")),
            entry("sql", List.of()),
            entry("problem", List.of("rules", "text")),
            entry("security", List.of("problem", "text")),
            entry(
                    "security.tokens",
                    List.of(
                            "audit",
                            "commandline",
                            "form.statutory",
                            "http",
                            "http.body",
                            "http.listing",
                            "problem",
                            "registry.agency",
                            "registry.district",
                            "rules",
                            "security",
                            "text")),
            entry("security.login", List.of()),
            entry("csv", List.of("problem", "rules", "text")),
            entry("spool", List.of()),
            entry("background", List.of()),
            entry("commandline", List.of("csv", "security", "text")),
            entry("http.semantics", List.of("problem", "text")),
            entry("http.load", List.of("problem", "text")),
            entry("http.connection", List.of("http.load", "http.semantics", "problem", "spool")),
            entry("http.body", List.of("csv", "http.load", "http.semantics", "problem", "text")),
            entry("http.idempotency", List.of("http.body", "http.connection", "http.semantics", "problem", "text")),
            entry("http.fairuse", List.of("http.body", "http.load", "http.semantics", "problem", "text")),
            entry("http.parameter", List.of("form", "form.statutory", "problem", "text")),
            entry("http.answer", List.of("http.semantics", "problem", "text")),
            entry("http.listing", List.of("csv", "http.answer", "http.parameter", "problem", "text")),
            entry("http", List.of("http.load", "security", "text")),
            entry("audit", List.of("problem", "security", "sql", "text")),
            entry("registry.code", List.of("http.parameter", "problem", "sql", "text")),
            entry(
                    "registry.entry",
                    List.of("audit", "csv", "http.parameter", "problem", "registry.code", "rules", "security", "text")),
            entry(
                    "registry.district",
                    List.of(
                            "audit",
                            "csv",
                            "http",
                            "http.answer",
                            "http.body",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "registry.code",
                            "registry.entry",
                            "security",
                            "text")),
            entry(
                    "registry.category",
                    List.of(
                            "audit",
                            "csv",
                            "http",
                            "http.answer",
                            "http.body",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "registry.code",
                            "registry.entry",
                            "security",
                            "text")),
            entry(
                    "registry.agency",
                    List.of(
                            "audit",
                            "csv",
                            "http",
                            "http.answer",
                            "http.body",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "registry.category",
                            "registry.code",
                            "registry.district",
                            "registry.entry",
                            "security",
                            "sql",
                            "text")),
            entry("registry.reach", List.of("http.listing", "problem", "registry.code", "security", "sql", "text")),
            entry(
                    "registry",
                    List.of("form", "form.statutory", "publication.table", "registry.agency", "registry.code", "text")),
            entry(
                    "cycle",
                    List.of(
                            "audit",
                            "csv",
                            "form",
                            "form.statutory",
                            "http",
                            "http.answer",
                            "http.body",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.table",
                            "registry",
                            "registry.agency",
                            "registry.category",
                            "registry.code",
                            "registry.district",
                            "registry.entry",
                            "registry.reach",
                            "rules",
                            "security",
                            "sql",
                            "statistics.data",
                            "text")),
            entry(
                    "filing.revision",
                    List.of(
                            "audit",
                            "form.statutory",
                            "http.body",
                            "http.parameter",
                            "problem",
                            "registry.agency",
                            "rules",
                            "rules.book",
                            "sql",
                            "text")),
            entry(
                    "filing.store",
                    List.of(
                            "audit",
                            "cycle",
                            "filing.revision",
                            "form",
                            "form.statutory",
                            "problem",
                            "registry",
                            "registry.agency",
                            "report",
                            "rules",
                            "rules.book",
                            "security",
                            "sql",
                            "text")),
            entry("filing.certification", List.of("filing.revision", "text")),
            entry(
                    "filing.sandbox",
                    List.of(
                            "audit",
                            "filing.certification",
                            "filing.revision",
                            "filing.store",
                            "http",
                            "http.idempotency",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "registry.code",
                            "registry.reach",
                            "security",
                            "text")),
            entry("filing.receipt", List.of("audit", "commandline", "filing.revision", "security", "text")),
            entry(
                    "filing.review",
                    List.of(
                            "audit",
                            "cycle",
                            "filing.certification",
                            "filing.receipt",
                            "filing.revision",
                            "filing.store",
                            "form",
                            "form.statutory",
                            "http",
                            "http.answer",
                            "http.body",
                            "http.parameter",
                            "problem",
                            "registry.agency",
                            "report",
                            "rules",
                            "rules.book",
                            "security",
                            "text")),
            entry(
                    "filing.submission",
                    List.of(
                            "audit",
                            "filing.certification",
                            "filing.review",
                            "filing.revision",
                            "filing.store",
                            "form",
                            "form.statutory",
                            "http",
                            "http.answer",
                            "http.parameter",
                            "problem",
                            "registry.agency",
                            "report",
                            "rules",
                            "rules.book",
                            "security",
                            "text")),
            entry(
                    "filing.batch",
                    List.of(
                            "audit",
                            "filing.receipt",
                            "filing.review",
                            "filing.revision",
                            "filing.store",
                            "filing.submission",
                            "http",
                            "http.body",
                            "http.load",
                            "http.parameter",
                            "problem",
                            "rules",
                            "security",
                            "spool",
                            "text")),
            entry(
                    "filing.history",
                    List.of(
                            "audit",
                            "csv",
                            "cycle",
                            "filing.review",
                            "filing.revision",
                            "filing.store",
                            "form",
                            "http",
                            "http.answer",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.layout",
                            "publication.table",
                            "registry",
                            "registry.agency",
                            "registry.category",
                            "registry.code",
                            "registry.district",
                            "registry.reach",
                            "report",
                            "rules",
                            "security",
                            "statistics.data",
                            "text")),
            entry(
                    "filing.register",
                    List.of(
                            "audit",
                            "csv",
                            "filing.revision",
                            "http",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.table",
                            "registry",
                            "registry.agency",
                            "registry.code",
                            "registry.district",
                            "registry.reach",
                            "rules",
                            "security",
                            "text")),
            entry(
                    "filing.carryover",
                    List.of(
                            "audit",
                            "csv",
                            "filing.revision",
                            "form",
                            "form.statutory",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.table",
                            "registry",
                            "registry.agency",
                            "registry.category",
                            "registry.code",
                            "registry.district",
                            "registry.reach",
                            "rules",
                            "security",
                            "sql",
                            "text")),
            entry(
                    "filing.worklist",
                    List.of(
                            "audit",
                            "csv",
                            "filing.revision",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.table",
                            "registry",
                            "registry.agency",
                            "registry.category",
                            "registry.code",
                            "registry.district",
                            "registry.reach",
                            "security",
                            "text")),
            entry(
                    "filing.scoreboard",
                    List.of(
                            "audit",
                            "csv",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.table",
                            "registry",
                            "registry.agency",
                            "registry.code",
                            "registry.reach",
                            "rules",
                            "security",
                            "sql",
                            "text")),
            entry(
                    "filing.impact",
                    List.of(
                            "audit",
                            "filing.history",
                            "filing.review",
                            "filing.revision",
                            "filing.store",
                            "form",
                            "http",
                            "http.load",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.layout",
                            "registry.agency",
                            "registry.code",
                            "report",
                            "rules",
                            "rules.book",
                            "security",
                            "statistics.movement",
                            "text")),
            entry(
                    "filing.diagnosis",
                    List.of(
                            "audit",
                            "filing.history",
                            "filing.revision",
                            "filing.store",
                            "filing.submission",
                            "form",
                            "http",
                            "http.fairuse",
                            "http.load",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.layout",
                            "registry.agency",
                            "registry.code",
                            "report",
                            "rules",
                            "rules.book",
                            "security",
                            "sql",
                            "statistics.data",
                            "statistics.rollup",
                            "statistics.rollup.sql",
                            "text")),
            entry(
                    "filing.preview",
                    List.of(
                            "filing.revision",
                            "filing.store",
                            "form",
                            "form.statutory",
                            "http",
                            "http.body",
                            "http.load",
                            "problem",
                            "registry.district",
                            "registry.reach",
                            "report",
                            "rules",
                            "rules.book",
                            "security",
                            "text")),
            entry(
                    "filing.revalidation",
                    List.of(
                            "audit",
                            "background",
                            "commandline",
                            "filing.revision",
                            "filing.store",
                            "form.statutory",
                            "http",
                            "http.body",
                            "http.listing",
                            "problem",
                            "registry.district",
                            "rules",
                            "rules.book",
                            "security",
                            "text")),
            entry("publication.layout", List.of("form", "report")),
            entry("publication.pdf", List.of("publication.layout", "text")),
            entry(
                    "publication",
                    List.of(
                            "http.answer",
                            "http.load",
                            "problem",
                            "publication.layout",
                            "publication.pdf",
                            "spool",
                            "text")),
            entry(
                    "publication.table",
                    List.of("csv", "http.answer", "http.listing", "http.parameter", "problem", "publication", "text")),
            entry("statistics.data", List.of("http.parameter", "problem", "sql", "text")),
            entry(
                    "statistics.cache",
                    List.of(
                            "http.answer",
                            "http.connection",
                            "http.fairuse",
                            "http.load",
                            "http.semantics",
                            "problem",
                            "security",
                            "statistics.data",
                            "text")),
            entry(
                    "statistics.rollup",
                    List.of(
                            "form",
                            "form.statutory",
                            "http.parameter",
                            "problem",
                            "registry.agency",
                            "registry.code",
                            "registry.district",
                            "statistics.data",
                            "text")),
            entry(
                    "statistics.rollup.sql",
                    List.of(
                            "form",
                            "form.statutory",
                            "problem",
                            "registry",
                            "registry.agency",
                            "registry.code",
                            "registry.district",
                            "sql",
                            "statistics.data",
                            "statistics.rollup",
                            "text")),
            entry(
                    "statistics.rollup.format",
                    List.of(
                            "csv",
                            "form",
                            "form.statutory",
                            "http.answer",
                            "http.parameter",
                            "http.semantics",
                            "problem",
                            "publication",
                            "publication.table",
                            "registry.agency",
                            "registry.code",
                            "statistics.data",
                            "statistics.rollup",
                            "text")),
            entry(
                    "statistics.consolidated",
                    List.of(
                            "form",
                            "form.statutory",
                            "http",
                            "http.parameter",
                            "http.semantics",
                            "problem",
                            "publication",
                            "publication.layout",
                            "registry",
                            "registry.agency",
                            "registry.code",
                            "report",
                            "rules",
                            "rules.book",
                            "security",
                            "sql",
                            "statistics.cache",
                            "statistics.data",
                            "text")),
            entry(
                    "statistics.availability",
                    List.of(
                            "form",
                            "form.statutory",
                            "http",
                            "http.parameter",
                            "registry.code",
                            "registry.district",
                            "security",
                            "sql",
                            "statistics.cache",
                            "statistics.data",
                            "text")),
            entry(
                    "statistics.movement",
                    List.of(
                            "form",
                            "http.fairuse",
                            "http.load",
                            "http.parameter",
                            "problem",
                            "registry",
                            "registry.code",
                            "report",
                            "sql",
                            "statistics.data",
                            "text")),
            entry(
                    "statistics.bi",
                    List.of(
                            "cycle",
                            "form",
                            "form.statutory",
                            "registry",
                            "registry.agency",
                            "statistics.rollup",
                            "text")),
            entry(
                    "statistics",
                    List.of(
                            "csv",
                            "http",
                            "http.load",
                            "http.parameter",
                            "problem",
                            "security",
                            "statistics.cache",
                            "statistics.data",
                            "statistics.rollup",
                            "statistics.rollup.format",
                            "statistics.rollup.sql",
                            "text")),
            entry(
                    "intake",
                    List.of(
                            "audit",
                            "commandline",
                            "csv",
                            "filing.revision",
                            "filing.submission",
                            "form",
                            "form.statutory",
                            "http",
                            "http.answer",
                            "http.body",
                            "http.parameter",
                            "problem",
                            "publication",
                            "registry.agency",
                            "report",
                            "rules",
                            "rules.book",
                            "security",
                            "text",
                            "transcription",
                            "transcription.carrier",
                            "transcription.page",
                            "transcription.place",
                            "transcription.rendering",
                            "transcription.table")),
            entry(
                    "me",
                    List.of(
                            "audit",
                            "cycle",
                            "filing.revision",
                            "http.listing",
                            "registry.code",
                            "registry.reach",
                            "rules",
                            "security",
                            "text")),
            entry("webhook.transport", List.of("text")),
            entry("webhook.subscription", List.of("audit", "problem", "security", "text", "webhook.transport")),
            entry(
                    "webhook.delivery",
                    List.of(
                            "audit",
                            "background",
                            "http.load",
                            "problem",
                            "security",
                            "webhook.subscription",
                            "webhook.transport")),
            entry(
                    "webhook",
                    List.of(
                            "audit",
                            "http",
                            "http.body",
                            "http.listing",
                            "problem",
                            "registry.agency",
                            "rules",
                            "security",
                            "text",
                            "webhook.delivery",
                            "webhook.subscription",
                            "webhook.transport")),
            entry(
                    "reminder.due",
                    List.of(
                            "audit",
                            "problem",
                            "registry.agency",
                            "registry.code",
                            "registry.entry",
                            "security",
                            "sql",
                            "text")),
            entry(
                    "reminder.delivery",
                    List.of("audit", "background", "reminder.due", "security", "sql", "text", "webhook.transport")),
            entry(
                    "reminder",
                    List.of(
                            "audit",
                            "commandline",
                            "csv",
                            "http",
                            "http.listing",
                            "http.parameter",
                            "problem",
                            "publication",
                            "publication.layout",
                            "publication.table",
                            "registry",
                            "registry.agency",
                            "registry.category",
                            "registry.code",
                            "registry.district",
                            "registry.reach",
                            "reminder.delivery",
                            "reminder.due",
                            "security",
                            "text")),
            entry("catalogue", List.of("form", "form.statutory", "http.parameter", "rules", "rules.book", "text")),
            entry("pages", List.of("http.semantics", "security.login")),
            entry(
                    "openapi",
                    List.of(
                            "csv",
                            "form",
                            "form.statutory",
                            "http.idempotency",
                            "problem",
                            "publication",
                            "report",
                            "security",
                            "text")),
            entry("platform.embedded", List.of("security", "text")),
            entry("platform.distribution", List.of("sql")),
            entry(
                    "platform",
                    List.of(
                            "commandline",
                            "cycle",
                            "filing.receipt",
                            "filing.revalidation",
                            "filing.review",
                            "filing.revision",
                            "filing.store",
                            "filing.submission",
                            "http.answer",
                            "http.parameter",
                            "intake",
                            "platform.distribution",
                            "platform.embedded",
                            "registry.agency",
                            "registry.category",
                            "registry.district",
                            "reminder",
                            "security",
                            "security.tokens",
                            "spool",
                            "sql",
                            "text")));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gongkai");

    static Set<Entry<String, List<String>>> packages() {
        return MAY_IMPORT.entrySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyAllowedPackages(Entry<String, List<String>> entry) {
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
    void everyPackageIsInTheTable() {
        Set<String> packages = SERVICE.stream()
                .map(type -> type.getPackageName().replace("org.gongkai.", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    }

    @Test
    void theCoreUsesNoFramework() {
        noClasses()
                .that(within("text")
                        .or(resideInAPackage("org.gongkai.form.."))
                        .or(within("report"))
                        .or(resideInAPackage("org.gongkai.rules.."))
                        .or(resideInAPackage("org.gongkai.transcription..")))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta..")
                        .or(resideInAPackage("io.quarkus.."))
                        .or(resideInAPackage("org.hibernate.."))
                        .or(resideInAPackage("java.sql..")))
                .check(SERVICE);
    }

    @Test
    void onlyThePlatformReadsTheTime() {
        noClasses()
                .that(resideOutsideOfPackage("org.gongkai.platform.."))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SERVICE);
    }

    /** Everything else reaches the database through these packages. {@code problem} only classifies the exceptions. */
    @Test
    void fewPackagesUseJdbc() {
        noClasses()
                .that(resideOutsideOfPackages(
                        "org.gongkai.sql",
                        "org.gongkai.audit",
                        "org.gongkai.registry..",
                        "org.gongkai.cycle",
                        "org.gongkai.filing.store",
                        "org.gongkai.filing.carryover",
                        "org.gongkai.filing.scoreboard",
                        "org.gongkai.filing.diagnosis",
                        "org.gongkai.reminder.due",
                        "org.gongkai.reminder.delivery",
                        "org.gongkai.statistics..",
                        "org.gongkai.platform..",
                        "org.gongkai.problem"))
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql.."))
                .check(SERVICE);
    }

    private static DescribedPredicate<JavaClass> within(String name) {
        return resideInAPackage("org.gongkai." + name);
    }
}
