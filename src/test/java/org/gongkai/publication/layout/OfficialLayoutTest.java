package org.gongkai.publication.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.publication.Pages;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the tables, cell by cell and number by number, with those that offices have published. */
public class OfficialLayoutTest {

    public static Stream<RealReport> published() {
        return Stream.of(
                ReportFiles.of("350128-approval", 2024),
                ReportFiles.of("350128-finance", 2024),
                ReportFiles.of("350128-gov", 2023),
                ReportFiles.of("350128-investment", 2024),
                ReportFiles.of("350128-office", 2024),
                ReportFiles.of("350128-police", 2022),
                ReportFiles.of("350128-resources", 2023));
    }

    @ParameterizedTest
    @MethodSource("published")
    void matchesThePublishedPage(RealReport report) {
        Document ours = Pages.page(Pages.document(report));
        Document theirs = Pages.published(report);

        assertThat(ours.select("table")).hasSize(3).hasSameSizeAs(theirs.select("table"));
        for (int table = 0; table < 3; table++) {
            assertThat(Pages.layout(ours.select("table").get(table)))
                    .as("table %s", table + 2)
                    .containsExactlyElementsOf(
                            Pages.layout(theirs.select("table").get(table)));
        }
    }

    /** No published page of the 2019 form is stored; these are its rows, with the numbers of a real report. */
    @Test
    void matchesThe2019Form() throws IOException {
        Document page = Pages.page(Pages.document(ReportFiles.of("350128-resources", 2020)));

        List<String> rows = page.select("table").stream()
                .flatMap(table -> Pages.layout(table).stream())
                .toList();

        assertThat(rows).containsExactlyElementsOf(lines("/rendering/form-of-2019.txt"));
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream text = OfficialLayoutTest.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
