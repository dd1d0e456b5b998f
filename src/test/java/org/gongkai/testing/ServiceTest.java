package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A test that talks to the service over HTTP, on a real database that is empty when the test begins. There is one
 * service and one database, so these tests run one after the other, while classes of plain tests run beside them (see
 * Surefire in pom.xml).
 */
@Execution(ExecutionMode.SAME_THREAD)
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(TestIssuer.class)
public abstract class ServiceTest {

    /** A reason for corrections. */
    public static final String CHANGE_REASON = "表三第二行误填，现予更正";

    private static final String API = "/api/v1/";

    private static final String ROWS =
            "select coalesce(string_agg(r::text, ' ' order by r::text), '') from (select %s from %s) r";

    @Inject
    DataSource database;

    @BeforeEach
    void emptyTheDatabase() {
        Fixtures.emptyTheDatabase();
    }

    @BeforeEach
    void startTheClock() {
        TestClock.run();
    }

    @BeforeEach
    void useDefaultCredentials() {
        RestAssured.replaceFiltersWith(new DefaultCredentials());
    }

    /** The client would otherwise ask for compressed answers, whose entity tags differ. */
    @BeforeEach
    void askForNoCoding() {
        RestAssured.config =
                RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }

    /** Compares what is kept of the reports in force with a recount, whatever the test did. */
    @AfterEach
    void recountWhatIsInForce() throws SQLException {
        assertEqualsSource("coverage", "year, agency, place, category, revision, owes, on_time, nil, nil_stated");
        assertEqualsSource("fact", "series, year, place, agency, category, value");
    }

    /** Reads the table and the view one after the other: Citus does not plan both together. */
    private void assertEqualsSource(String table, String columns) throws SQLException {
        assertThat(text(ROWS.formatted(columns, table))).isEqualTo(text(ROWS.formatted(columns, table + "_source")));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Returns a connection that the test can use beside the service. */
    protected Connection connection() throws SQLException {
        return database.getConnection();
    }

    protected void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    protected long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    protected static ValidatableResponse get(String path, Object... parameters) {
        return RestAssured.given().when().get(API + path, parameters).then();
    }

    protected static ValidatableResponse put(String path, Object body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .put(API + path)
                .then();
    }

    /** Submits a report with the reason that a correction of the one in force needs. */
    protected static ValidatableResponse correct(String path, Object body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .queryParam("changeReason", CHANGE_REASON)
                .body(body)
                .when()
                .put(API + path)
                .then();
    }

    protected static ValidatableResponse post(String path, Object body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(API + path)
                .then();
    }

    protected static ValidatableResponse delete(String path) {
        return RestAssured.given().when().delete(API + path).then();
    }

    /** Returns the current instant by the clock of the database, which dates every change. */
    protected String now() throws SQLException {
        long micros = count("select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)");
        return Instant.ofEpochSecond(0, micros * 1000).toString();
    }

    /**
     * Sets up an empty database with data that several tests use. The first test runs the action; the others get a copy
     * of the rows that it stored.
     *
     * @param name the name of the fixture, one word that no other fixture has
     * @param setUp stores the data over HTTP
     */
    protected static void fixture(String name, Runnable setUp) {
        Fixtures.setUp(name, setUp);
    }

    /** Registers the districts, categories and agencies of all real reports, in an empty database. */
    protected static void registerAll() {
        fixture("registry", ServiceTest::loadRegistry);
    }

    private static void loadRegistry() {
        load("districts", "/reports/districts.json", "code", "name", "parent", "level");
        load("categories", "/reports/categories.json", "code", "name");
        load("agencies", "/reports/agencies.json", "code", "name", "district", "category", "kind");
    }

    private static void load(String register, String file, String... columns) {
        String lines = ReportFiles.entries(file)
                .map(entry -> Stream.of(columns)
                        .map(column -> entry.path(column).asText("").replace("null", ""))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        RestAssured.given()
                .header("Content-Type", "text/csv")
                .body((String.join(",", columns) + "\n" + lines).getBytes(StandardCharsets.UTF_8))
                .put(API + register)
                .then()
                .statusCode(200);
    }

    protected static ValidatableResponse submit(ReportFiles.RealReport report) {
        return put(
                "reports/" + report.agency() + "/" + report.year(),
                report.content().toString());
    }

    /** Submits a report with the reason that a correction of the one in force needs. */
    protected static ValidatableResponse correct(ReportFiles.RealReport report) {
        return correct(
                "reports/" + report.agency() + "/" + report.year(),
                report.content().toString());
    }

    /** Submits a report that passes validation, or corrects it. The office accepts it in spite of warnings. */
    protected static void putInForce(ReportFiles.RealReport report) {
        ExtractableResponse<Response> receipt = correct(report).statusCode(201).extract();
        if (receipt.path("status").equals("SUBMITTED")) {
            decide(report, receipt.path("revision"), "ACCEPT").statusCode(200);
        }
    }

    protected static ValidatableResponse decide(ReportFiles.RealReport report, int revision, String decision) {
        return post(
                "reports/" + report.agency() + "/" + report.year() + "/decisions",
                Map.of("revision", revision, "decision", decision, "comment", "意见"));
    }
}
