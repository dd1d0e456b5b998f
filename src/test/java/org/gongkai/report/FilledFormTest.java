package org.gongkai.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Figures;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilledFormTest {

    static List<RealReport> all() {
        return ReportFiles.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void writesTheNumbersOfRealReportsUnchanged(RealReport report) {
        Form form = Forms.of(report.year()).orElseThrow();
        Figures figures = Figures.of(form, report.content(), Set.of());
        ObjectNode expected = report.answer();
        List.of("overview", "problemsAndImprovements", "otherMatters").forEach(text -> expected.put(text, ""));

        assertThat(FilledForm.of(form, figures::at)).hasToString(expected.toString());
    }

    @Test
    void writesLargeNumbersWithoutExponent() {
        ObjectNode report = FilledForm.of(Forms.OF_2021, cell -> new BigDecimal("9E+30"));

        assertThat(report.at("/requests/newlyReceived/total")).hasToString("9" + "0".repeat(30));
        assertThat(report.at("/proactiveDisclosure/administrativeFees")).hasToString("9" + "0".repeat(30));
    }
}
