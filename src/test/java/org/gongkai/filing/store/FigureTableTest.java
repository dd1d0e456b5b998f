package org.gongkai.filing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The figures that roll-ups read are stored with every submission and can be rebuilt from the revisions. */
@QuarkusTest
class FigureTableTest extends ServiceTest {

    private static final String QUERY = "statistics?groupBy=figure,agency,year";

    @Inject
    FigureTable figures;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Tag("thorough")
    @Test
    void rebuildGivesTheSameRows_afterRandomHistories() throws SQLException {
        Random random = new Random(3);
        BalancedReports reports = new BalancedReports(17);
        for (int step = 0; step < 60; step++) {
            change(random, reports);
        }
        putInForce(ReportFiles.of("350128-gov", 2019));
        List<String> before = rows();
        String rollUp = get(QUERY).extract().path("rows").toString();

        assertThat(figures.rebuild())
                .isEqualTo(count("select count(*) from revision"))
                .isGreaterThan(40);

        assertThat(rows()).isEqualTo(before).hasSizeGreaterThan(5_000);
        assertThat(get(QUERY + "&limit=99999").extract().path("rows").toString())
                .isEqualTo(rollUp);
        assertThatThrownBy(() -> execute("delete from figure_value")).hasMessageContaining("never changed or deleted");
        putInForce(ReportFiles.of("350128-market", 2023));
        assertThat(rows()).hasSizeGreaterThan(before.size());
    }

    @Test
    void isRebuiltWhereItIsMissing() throws SQLException {
        putInForce(ReportFiles.of("350128-police", 2022));
        List<String> before = rows();
        execute("set session_replication_role = replica; truncate figure_value; reset session_replication_role");

        figures.rebuildIfMissing(null);

        assertThat(rows()).isEqualTo(before).isNotEmpty();
    }

    private void change(Random random, BalancedReports reports) {
        String agency =
                List.of("350128-finance", "350128-police", "350128-social").get(random.nextInt(3));
        int year = 2021 + random.nextInt(3);
        ObjectNode content = reports.next();
        boolean waits = random.nextInt(3) == 0;
        if (waits) {
            ((ObjectNode) content.at("/proactiveDisclosure/rules")).put("issued", 1 + random.nextInt(5));
        }
        RealReport report = new RealReport(agency, year, content);
        int revision = correct(report).statusCode(201).extract().path("revision");
        if (waits) {
            decide(report, revision, random.nextBoolean() ? "ACCEPT" : "RETURN");
        }
    }

    private List<String> rows() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select cast(v as text) from figure_value v order by 1")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
