package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.AgainstDepartments.Difference;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgainstDepartmentsTest {

    /** Each amount may be off by 0.005: that of the government and those of its departments. */
    @ParameterizedTest
    @CsvSource({
        "5949.09, 5949.088667, 1, false",
        "18651.06, 18651.064104, 1, false",
        "10.01, 10, 1, false",
        "10.010001, 10, 1, true",
        "9.985, 10, 2, false",
        "9.984999, 10, 2, true"
    })
    void toleratesRounding(BigDecimal own, BigDecimal sum, int reports, boolean differs) {
        AgainstDepartments result = new AgainstDepartments(of2021(own), of2021(sum), reports, true);

        assertThat(result.differences()).hasSize(differs ? 1 : 0);
        assertThat(result.findings()).hasSize(differs ? 1 : 0);
    }

    /** One department may have removed more items from its list than all departments in total. */
    @Test
    void acceptsAChangeBelowTheSumOfTheDepartments() {
        assertThat(new AgainstDepartments(of2019(-18), of2019(-2), 3, false).findings())
                .isEmpty();
        assertThat(new AgainstDepartments(of2019(-18), of2019(-2), 3, false).differences())
                .extracting(Difference::value)
                .containsExactly(BigDecimal.valueOf(-16));
        assertThat(new AgainstDepartments(of2019(-18), of2019(-2), 3, true).findings())
                .extracting(Finding::pointer)
                .containsExactly("/proactiveDisclosure/penalties/netChange");
    }

    private static Contents of2021(BigDecimal fees) {
        ObjectNode report = ReportFiles.of("350128-finance", 2023).content().deepCopy();
        ((ObjectNode) report.get("proactiveDisclosure")).put("administrativeFees", fees);
        return contents(2023, report);
    }

    private static Contents of2019(int change) {
        ObjectNode report = ReportFiles.of("350128-gov", 2019).content().deepCopy();
        ((ObjectNode) report.at("/proactiveDisclosure/penalties")).put("netChange", change);
        return contents(2019, report);
    }

    private static Contents contents(int year, JsonNode report) {
        return Contents.of(year, Forms.of(year).orElseThrow(), report, Set.of());
    }
}
