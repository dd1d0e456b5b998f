package org.gongkai.rules.book;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Rule;
import org.gongkai.rules.Situation;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.text.Sha256;
import org.junit.jupiter.api.Test;

/**
 * The version of the rule book. A fingerprint covers what is said about every rule, and what the rules find in all real
 * reports, so that a change of a threshold is noticed as well.
 */
class RuleBookVersionTest {

    @Test
    void changesWithTheRules() throws IOException {
        List<String> versions = versions();

        assertThat(versions.get(versions.size() - 1))
                .as("The rules have changed: raise RuleBook.VERSION, and add it with this fingerprint to versions.csv")
                .isEqualTo(RuleBook.VERSION + "," + Sha256.hex(everything()));
    }

    @Test
    void isNeverUsedTwice() throws IOException {
        assertThat(versions().stream().map(line -> line.split(",")[0]))
                .doesNotHaveDuplicates()
                .allMatch(version -> version.matches(RuleBook.VERSION_PATTERN));
    }

    private static List<String> versions() throws IOException {
        try (InputStream file = RuleBookVersionTest.class.getResourceAsStream("versions.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String everything() {
        return Stream.concat(
                        Forms.all().stream().flatMap(RuleBookVersionTest::rules),
                        ReportFiles.all().stream().flatMap(RuleBookVersionTest::findings))
                .collect(joining("\n"));
    }

    private static Stream<String> rules(Form form) {
        RuleBook book = RuleBook.of(form);
        return book.rules().stream()
                .flatMap(rule -> Stream.concat(
                        Stream.of(form.name() + text(rule)),
                        book.conditions(rule).stream().map(RuleBookVersionTest::text)));
    }

    private static String text(Rule rule) {
        return rule.id() + rule.severity() + rule.basis() + rule.statement() + rule.message() + rule.thresholds();
    }

    private static String text(Condition condition) {
        return condition.pointer() + condition.formula();
    }

    /** Returns what is found in a report that follows the earlier ones of its agency, and is late. */
    private static Stream<String> findings(RealReport report) {
        List<Contents> earlier = ReportFiles.all().stream()
                .filter(other -> other.agency().equals(report.agency())
                        && other.year() < report.year()
                        && other.year() >= report.year() - RuleBook.YEARS_OF_HISTORY)
                .sorted(Comparator.comparing(RealReport::year).reversed())
                .map(RuleBookVersionTest::contents)
                .toList();
        Contents contents = contents(report);
        Instant due = Instant.parse("2025-01-31T16:00:00Z");
        Situation situation = new Situation(contents, earlier, false, List.of("other"), due, due);
        RuleBook book = RuleBook.of(contents.form());
        return Stream.concat(book.errors(contents).stream(), book.remarks(situation).stream())
                .map(finding -> report + text(finding));
    }

    private static String text(Finding finding) {
        return finding.rule() + finding.pointer() + finding.message() + finding.left() + finding.right();
    }

    private static Contents contents(RealReport report) {
        return ReportCheck.of(report.year(), Forms.of(report.year()).orElseThrow(), report.content())
                .contents();
    }
}
