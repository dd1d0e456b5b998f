package org.gongkai.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** A test that talks to the service over HTTP, on a real database that is empty when the test begins. */
@QuarkusTestResource(RealDatabase.class)
@QuarkusTestResource(TestIssuer.class)
public abstract class ServiceTest {

    private static final String API = "/api/v1/";

    @Inject
    DataSource database;

    /** Nothing stored is ever deleted: only a superuser, which the service need not be, gets round that. */
    @BeforeEach
    void emptyTheDatabase() throws SQLException {
        execute("set session_replication_role = replica;"
                + "truncate event, explanation, finding, figure_value, revision, filing,"
                + " obligation, cycle, agency, category, district, revision_version, obligation_version, cycle_version,"
                + " agency_version, category_version, district_version;"
                + "reset session_replication_role");
    }

    @BeforeEach
    void letTheClockRun() {
        TestClock.run();
    }

    @BeforeEach
    void callAsWhoMay() {
        RestAssured.replaceFiltersWith(new DefaultCredentials());
    }

    /** A connection beside those of the service. */
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

    protected static ValidatableResponse post(String path, Object body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .when()
                .post(API + path)
                .then();
    }

    /** Registers the districts, categories and agencies of all real reports. */
    protected static void registerAll() {
        load("districts", "/reports/districts.json", "code", "name", "parent", "level");
        load("categories", "/demo/categories.json", "code", "name");
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

    /** Submits a report that will be stored; the office accepts it, whatever the rules remark. */
    protected static void putInForce(ReportFiles.RealReport report) {
        ExtractableResponse<Response> receipt = submit(report).statusCode(201).extract();
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
