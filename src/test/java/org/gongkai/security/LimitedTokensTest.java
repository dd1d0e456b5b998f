package org.gongkai.security;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Calls every operation with tokens that are limited to districts or years. A list shows what the office without limits
 * sees, less the reports outside the limits; a report outside them is what the public sees.
 */
@QuarkusTest
class LimitedTokensTest extends ServiceTest {

    private static final String DISTRICT = "430200";
    private static final String OTHER_DISTRICT = "350128";
    private static final String INNER_DISTRICT = "430212";
    private static final String OWN = "430212-finance";
    private static final String OTHER = "350128-police";
    private static final int YEAR = 2023;
    private static final int OTHER_YEAR = 2022;
    private static final String TEXT = "计划生育工作总结";

    /** A report for a year. */
    private record Line(String agency, int year) {}

    private static final List<Line> REPORTS =
            List.of(new Line(OWN, YEAR), new Line(OWN, OTHER_YEAR), new Line(OTHER, YEAR), new Line(OTHER, OTHER_YEAR));

    /** The callers, by role, districts and years of their tokens. */
    private enum Caller {
        OFFICE_OF_DISTRICTS(Role.OVERSIGHT, true, false),
        OFFICE_OF_YEARS(Role.OVERSIGHT, false, true),
        OFFICE_OF_BOTH(Role.OVERSIGHT, true, true),
        SUBMITTER_OF_DISTRICTS(Role.SUBMITTER, true, false),
        SUBMITTER_OF_BOTH(Role.SUBMITTER, true, true);

        private final String role;
        private final boolean ofDistricts;
        private final boolean ofYears;

        Caller(String role, boolean ofDistricts, boolean ofYears) {
            this.role = role;
            this.ofDistricts = ofDistricts;
            this.ofYears = ofYears;
        }

        boolean isOffice() {
            return role.equals(Role.OVERSIGHT);
        }

        boolean mayWorkWith(Line line) {
            return mayWorkWith(line.agency()) && (!ofYears || line.year() == YEAR);
        }

        boolean mayWorkWith(String agency) {
            return !ofDistricts || agency.startsWith(INNER_DISTRICT);
        }

        String token() {
            return TestIssuer.reused("limited " + this, this::claims);
        }

        private JwtClaimsBuilder claims() {
            JwtClaimsBuilder claims = TestIssuer.claims(Set.of(role), List.of());
            if (ofDistricts) {
                claims.claim("districts", List.of(DISTRICT));
            }
            if (ofYears) {
                claims.claim("years", List.of(YEAR));
            }
            return claims;
        }
    }

    /** Compares what an operation answers to a caller with what it should. */
    private interface Check {

        /**
         * Calls an operation.
         *
         * @param operation its method and path
         */
        void call(String operation, Caller caller);
    }

    private static final Map<String, Check> OPERATIONS = Map.ofEntries(
            entry("GET /api/v1/form/{year}", asThePublic("")),
            entry("GET /api/v1/rules", asThePublic("")),
            entry("GET /api/v1/limits", asThePublic("")),
            entry("GET /api/v1/receipt-keys", asThePublic("")),
            entry("GET /api/v1/login", asThePublic("")),
            entry("GET /api/v1/districts", asThePublic("")),
            entry("PUT /api/v1/districts", refused("text/csv", "{}")),
            entry("GET /api/v1/districts/{code}", asThePublic("")),
            entry("PUT /api/v1/districts/{code}", refused("application/json", "{\"name\": \"湖南省\"}")),
            entry("GET /api/v1/categories", asThePublic("")),
            entry("PUT /api/v1/categories", refused("text/csv", "{}")),
            entry("GET /api/v1/categories/{code}", asThePublic("")),
            entry("PUT /api/v1/categories/{code}", refused("application/json", "{\"name\": \"财政\"}")),
            entry("GET /api/v1/agencies", LimitedTokensTest::contacts),
            entry("PUT /api/v1/agencies", refused("text/csv", "{}")),
            entry("GET /api/v1/agencies/{code}", LimitedTokensTest::contact),
            entry("PUT /api/v1/agencies/{code}", refused("application/json", "{\"name\": \"财政局\"}")),
            entry("POST /api/v1/agencies/{code}/tokens", refused("application/json", "{}")),
            entry("GET /api/v1/agencies/{code}/tokens", refused(null, null)),
            entry("DELETE /api/v1/agencies/{code}/tokens/{id}", refused(null, null)),
            entry("POST /api/v1/agencies/{code}/tokens/{id}/rotation", refused("application/json", "{}")),
            entry("GET /api/v1/tokens", refused(null, null)),
            entry("POST /api/v1/tokens", refused("application/json", "{\"role\": \"oversight\"}")),
            entry("DELETE /api/v1/tokens/{id}", refused(null, null)),
            entry("POST /api/v1/tokens/{id}/rotation", refused("application/json", "{}")),
            entry("GET /api/v1/sandbox/submissions", officeOnly(LimitedTokensTest::tests)),
            entry("DELETE /api/v1/sandbox/submissions", officeOnly(LimitedTokensTest::deleteTests)),
            entry("GET /api/v1/sandbox/certification", refused(null, null)),
            entry("GET /api/v1/me", LimitedTokensTest::obligationsOfTheCaller),
            entry("GET /api/v1/cycles", byRole(asTheOffice(), asThePublic(""))),
            entry("GET /api/v1/cycles/{year}", byRole(asTheOffice(), asThePublic(""))),
            entry("PUT /api/v1/cycles/{year}", refused("application/json", "{}")),
            entry("DELETE /api/v1/cycles/{year}", refused(null, null)),
            entry("GET /api/v1/cycles/{year}/completeness", officeOnly(LimitedTokensTest::completeness)),
            entry("GET /api/v1/cycles/{year}/obligations", LimitedTokensTest::obligations),
            entry(
                    "PUT /api/v1/cycles/{year}/obligations/{agency}",
                    officeOnly(ofOneReport("{\"deadline\": \"2024-03-31\", \"reason\": \"系统故障\"}"))),
            entry("GET /api/v1/reports", LimitedTokensTest::reports),
            entry("POST /api/v1/reports", LimitedTokensTest::batch),
            entry("GET /api/v1/reports/{agency}/{year}", asMayBeSeen()),
            entry("PUT /api/v1/reports/{agency}/{year}", submitterOnly(ofOneReport("{}"))),
            entry("GET /api/v1/reports/{agency}/{year}/template", ofOneReport(null)),
            entry("POST /api/v1/reports/{agency}/{year}/explanations", submitterOnly(ofOneReport("[{}]"))),
            entry("POST /api/v1/reports/{agency}/{year}/decisions", officeOnly(ofOneReport("{}"))),
            entry("GET /api/v1/reports/{agency}/{year}/revisions", asMayBeSeen()),
            entry("GET /api/v1/reports/{agency}/{year}/revisions/{revision}", asMayBeSeen()),
            entry("DELETE /api/v1/reports/{agency}/{year}/revisions/{revision}", submitterOnly(ofOneReport(null))),
            entry(
                    "POST /api/v1/reports/{agency}/{year}/revisions/{revision}/withdrawal-request",
                    submitterOnly(ofOneReport("{}"))),
            entry("GET /api/v1/reports/{agency}/{year}/revisions/latest", ofOneReport(null)),
            entry("GET /api/v1/reports/{agency}/{year}/revisions/{revision}/receipt", asMayBeSeen()),
            entry("GET /api/v1/reports/{agency}/{year}/revisions/{revision}/changes", asMayBeSeen()),
            entry("GET /api/v1/reports/{agency}/{year}/revisions/{revision}/impact", asMayBeSeen()),
            entry("GET /api/v1/reports/{agency}/{year}/diagnosis", asMayBeSeen()),
            entry("POST /api/v1/diagnoses", inTheBody("\"report\": {}")),
            entry("POST /api/v1/what-if", inTheBody("\"changes\": [], \"base\": \"LATEST\"")),
            entry("GET /api/v1/reminders", officeOnly(list("items", ""))),
            entry("POST /api/v1/reminders", officeOnly(LimitedTokensTest::dueReminders)),
            entry("GET /api/v1/reminders/letters", officeOnly(LimitedTokensTest::dueReminders)),
            entry("POST /api/v1/rule-previews", officeOnly(LimitedTokensTest::preview)),
            entry("GET /api/v1/revalidations", refused(null, null)),
            entry("POST /api/v1/revalidations", refused("application/json", "{}")),
            entry("GET /api/v1/revalidations/{id}", refused(null, null)),
            entry("DELETE /api/v1/revalidations/{id}", refused(null, null)),
            entry("GET /api/v1/revalidations/{id}/changes", refused(null, null)),
            entry("GET /api/v1/work-list", officeOnly(list("items", ""))),
            entry("POST /api/v1/decisions", officeOnly(LimitedTokensTest::decisions)),
            entry("GET /api/v1/changes", asThePublic("")),
            entry("GET /api/v1/explanations", listThatRefuses("items", "")),
            entry("GET /api/v1/availability", asThePublic("")),
            entry("POST /api/v1/validations", inTheBody("\"report\": {}")),
            entry("POST /api/v1/documents", LimitedTokensTest::document),
            entry("GET /api/v1/statistics", LimitedTokensTest::statistics),
            entry("GET /api/v1/consolidated-reports/{year}", LimitedTokensTest::consolidated),
            entry("GET /api/v1/events", LimitedTokensTest::events),
            entry("GET /api/v1/webhooks", LimitedTokensTest::webhooks),
            entry("POST /api/v1/webhooks", LimitedTokensTest::newWebhook),
            entry("GET /api/v1/webhooks/{id}", LimitedTokensTest::webhook),
            entry("DELETE /api/v1/webhooks/{id}", LimitedTokensTest::webhook),
            entry("GET /api/v1/webhooks/{id}/deliveries", LimitedTokensTest::webhook),
            entry("POST /api/v1/webhooks/{id}/replay", LimitedTokensTest::webhook),
            entry("POST /api/v1/webhooks/{id}/test", LimitedTokensTest::webhook),
            entry("GET /api/v1/carry-over", listThatRefuses("items", "")),
            entry("GET /api/v1/scoreboard", listThatRefuses("items", "&groupBy=agency,year")));

    /** Stores a report for two agencies and two years each. All wait, with an explanation and another open warning. */
    @BeforeEach
    void register() throws SQLException {
        fixture("limited", () -> {
            registerAll();
            put("cycles/" + YEAR, "{}").statusCode(201);
            put("cycles/" + OTHER_YEAR, "{}").statusCode(201);
            REPORTS.forEach(LimitedTokensTest::submit);
            for (String agency : List.of(OWN, OTHER)) {
                Map<String, Object> entry = get("agencies/" + agency).extract().path("");
                entry.put("contactPerson", "王小明");
                put("agencies/" + agency, entry).statusCode(200);
            }
        });
        for (Line line : REPORTS) {
            execute("""
                    insert into reminder (year, agency, reason, day, step, channel, state, deadline, open_warnings, created_at, created_by)
                    values (%s, '%s', 'MISSING', '2024-01-31', 1, 'MAIL', 'FAILED', '2024-01-31', 0, now(), 'oversight')
                    on conflict do nothing""".formatted(line.year(), line.agency()));
        }
    }

    /** A preview counts the reports with which the caller may work, and refuses other years. */
    private static void preview(String operation, Caller caller) {
        for (int year : List.of(YEAR, OTHER_YEAR)) {
            long own = REPORTS.stream()
                    .filter(line -> line.year() == year && caller.mayWorkWith(line))
                    .count();
            Response answer = as(caller.token())
                    .contentType("application/json")
                    .body("{\"years\": [%s], \"changes\": [{\"rule\": \"TEXT-MISSING\", \"severity\": \"ERROR\"}]}"
                            .formatted(year))
                    .post("/api/v1/rule-previews");
            if (answer.statusCode() == 403) {
                assertThat(own).isZero();
            } else {
                assertThat(answer.<Integer>path("reports")).isEqualTo((int) own);
                assertThat(answer.<Integer>path("refused")).isEqualTo((int) own);
            }
        }
    }

    private static void submit(Line line) {
        String path = "reports/" + line.agency() + "/" + line.year();
        put(
                        path,
                        Drafts.of(OTHER, 2024)
                                .with("/overview", "无")
                                .with("/proactiveDisclosure/rules/issued", 1)
                                .with("/proactiveDisclosure/licensingDecisions", REPORTS.indexOf(line) + 1)
                                .json())
                .statusCode(201);
        post(
                        path + "/explanations",
                        List.of(Map.of("rule", "TEXT-MISSING", "pointer", "/overview", "reason", "本年无相关情况")))
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
    }

    @Test
    void coversEveryOperation() {
        Map<String, Map<String, Object>> paths =
                RestAssured.get("/q/openapi?format=json").path("paths");
        Set<String> operations = new TreeSet<>();
        paths.forEach((path, methods) ->
                methods.keySet().forEach(method -> operations.add(method.toUpperCase() + " " + path)));

        assertThat(operations).isEqualTo(new TreeSet<>(OPERATIONS.keySet()));
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void limitsEveryOperation(Caller caller) {
        OPERATIONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(operation -> operation.getValue().call(operation.getKey(), caller));
    }

    @ParameterizedTest
    @EnumSource(names = "OFFICE_.*", mode = EnumSource.Mode.MATCH_ALL)
    void decidesWithinTheLimitsOnly(Caller caller) {
        List<Map<String, Object>> decisions = REPORTS.stream()
                .map(line -> Map.<String, Object>of(
                        "agency", line.agency(), "year", line.year(), "revision", 1, "decision", "ACCEPT"))
                .toList();

        assertThat(as(caller.token())
                        .contentType("application/json")
                        .body(decisions)
                        .post("/api/v1/decisions")
                        .<List<Integer>>path("status"))
                .isEqualTo(REPORTS.stream()
                        .map(line -> caller.mayWorkWith(line) ? 200 : 403)
                        .toList());
        for (Line line : REPORTS) {
            get("reports/" + line.agency() + "/" + line.year()).statusCode(caller.mayWorkWith(line) ? 200 : 404);
        }
    }

    /** An agency and a district that move to another district take their reports with them. */
    @Test
    void followsTheRegistry() {
        String token = Caller.OFFICE_OF_DISTRICTS.token();
        assertThat(lines(token, "explanations?size=500", "items"))
                .noneMatch(line -> line.agency().equals(OTHER));
        Map<String, Object> agency = get("agencies/" + OTHER).extract().path("");
        agency.put("district", INNER_DISTRICT);
        put("agencies/" + OTHER, agency).statusCode(200);

        for (String list : List.of("explanations", "carry-over", "work-list", "reports")) {
            assertThat(lines(token, list + "?size=500", "items"))
                    .as(list)
                    .contains(new Line(OTHER, YEAR), new Line(OWN, YEAR));
        }
        assertThat(lines(token, "scoreboard?groupBy=agency,year&size=500", "items"))
                .contains(new Line(OTHER, YEAR));
    }

    /** Tests are for the office within its limits. */
    private static void tests(String operation, Caller caller) {
        submitTests();
        Set<Line> expected = REPORTS.stream().filter(caller::mayWorkWith).collect(Collectors.toSet());

        assertThat(lines(caller.token(), "sandbox/submissions?size=500", "items"))
                .as("%s", caller)
                .isEqualTo(expected);
    }

    private static void deleteTests(String operation, Caller caller) {
        submitTests();
        as(caller.token()).delete("/api/v1/sandbox/submissions").then().statusCode(200);

        assertThat(lines(TestIssuer.oversight(), "sandbox/submissions?size=500", "items"))
                .as("%s", caller)
                .isEqualTo(REPORTS.stream()
                        .filter(line -> !caller.mayWorkWith(line))
                        .collect(Collectors.toSet()));
    }

    private static void submitTests() {
        String vendor = TestIssuer.sign(TestIssuer.claims(Set.of(Role.SUBMITTER), List.of(OWN, OTHER))
                .subject("软件公司")
                .claim("sandbox", true));
        for (Line line : REPORTS) {
            assertThat(as(vendor)
                            .contentType("application/json")
                            .body(Drafts.of(OTHER, 2024).json())
                            .put("/api/v1/reports/" + line.agency() + "/" + line.year())
                            .statusCode())
                    .isIn(200, 201);
        }
    }

    private static Check asThePublic(String query) {
        return (operation, caller) -> assertThat(answer(urlOf(operation, query), caller.token()))
                .as(operation)
                .isEqualTo(answer(urlOf(operation, query), null));
    }

    private static Check asTheOffice() {
        return (operation, caller) -> assertThat(answer(urlOf(operation, ""), caller.token()))
                .as(operation)
                .isEqualTo(answer(urlOf(operation, ""), TestIssuer.oversight()));
    }

    /** Reports in force are for everyone. What waits is seen by submitters and offices within their limits. */
    private static Check asMayBeSeen() {
        return (operation, caller) -> {
            for (Line line : REPORTS) {
                String path = path(operation, line);
                String equal = caller.mayWorkWith(line) ? TestIssuer.oversight() : null;
                assertThat(answer(path, caller.token()))
                        .as("%s %s", caller, path)
                        .isEqualTo(answer(path, equal));
            }
        };
    }

    /** Sums that contain what waits are for the office without limits only. */
    private static void statistics(String operation, Caller caller) {
        String query = "?year=" + YEAR + "&figure=requests.newlyReceived";

        asThePublic(query).call(operation, caller);
        refusedBecauseItWaits(urlOf(operation, query), caller);
    }

    /** The state of a missing report is for agencies that the token names itself, and for the office of all districts. */
    private static void consolidated(String operation, Caller caller) {
        for (int year : List.of(YEAR, OTHER_YEAR)) {
            String url = "/api/v1/consolidated-reports/" + year + "?district=" + OTHER_DISTRICT;
            String equal = caller.mayWorkWith(new Line(OTHER, year)) ? TestIssuer.oversight() : null;
            assertThat(answer(url, caller.token())).as("%s %s", caller, url).isEqualTo(answer(url, equal));
            refusedBecauseItWaits(url, caller);
        }
    }

    private static void refusedBecauseItWaits(String url, Caller caller) {
        assertThat(as(caller.token()).get(url + "&basis=submitted").statusCode())
                .as("%s %s", caller, url)
                .isEqualTo(403);
    }

    private static Check refused(String type, String body) {
        return (operation, caller) -> assertThat(status(operation, REPORTS.get(0), caller, type, body))
                .as("%s %s", caller, operation)
                .isEqualTo(403);
    }

    private static Check byRole(Check ofOffice, Check ofSubmitter) {
        return (operation, caller) -> (caller.isOffice() ? ofOffice : ofSubmitter).call(operation, caller);
    }

    private static Check officeOnly(Check check) {
        return byRole(check, refused("application/json", "{}"));
    }

    private static Check submitterOnly(Check check) {
        return byRole(refused("application/json", "{}"), check);
    }

    /** The path names the report. The body may be wrong: only reports outside the limits are refused without a look at it. */
    private static Check ofOneReport(String body) {
        return (operation, caller) -> REPORTS.forEach(line -> {
            int status = status(operation.replace("{revision}", "99"), line, caller, "application/json", body);
            assertThat(status == 403)
                    .as("%s %s %s: %s", caller, operation, line, status)
                    .isEqualTo(!caller.mayWorkWith(line));
        });
    }

    /** The body names the report. */
    private static Check inTheBody(String members) {
        return (operation, caller) -> REPORTS.forEach(line -> {
            String body = "{\"agency\": \"%s\", \"year\": %d, %s}".formatted(line.agency(), line.year(), members);
            int status = status(operation, line, caller, "application/json", body);
            assertThat(status == 403)
                    .as("%s %s %s: %s", caller, operation, line, status)
                    .isEqualTo(!caller.mayWorkWith(line));
        });
    }

    /** A list of reports. What is outside the limits is not in it, whatever the filters are. */
    private static Check list(String items, String query) {
        return (operation, caller) -> {
            String list = operation.substring(operation.lastIndexOf('/') + 1) + "?size=500" + query;
            Set<Line> expected = lines(TestIssuer.oversight(), list, items).stream()
                    .filter(caller::mayWorkWith)
                    .collect(Collectors.toSet());

            assertThat(expected).as(operation).contains(new Line(OWN, YEAR));
            assertThat(lines(caller.token(), list, items))
                    .as("%s %s", caller, operation)
                    .isEqualTo(expected);
            for (String filter : List.of("&district=" + OTHER_DISTRICT, "&year=" + OTHER_YEAR)) {
                assertThat(lines(caller.token(), list + filter, items))
                        .as("%s %s %s", caller, operation, filter)
                        .isEqualTo(lines(TestIssuer.oversight(), list + filter, items).stream()
                                .filter(caller::mayWorkWith)
                                .collect(Collectors.toSet()));
            }
        };
    }

    /** A list that refuses the code of an agency outside the limits. */
    private static Check listThatRefuses(String items, String query) {
        return (operation, caller) -> {
            list(items, query).call(operation, caller);
            for (String agency : List.of(OWN, OTHER)) {
                assertThat(as(caller.token())
                                .get(urlOf(operation, "?agency=" + agency))
                                .statusCode())
                        .as("%s %s %s", caller, operation, agency)
                        .isEqualTo(caller.mayWorkWith(agency) ? 200 : 403);
            }
        };
    }

    /** Only what waits is limited. */
    private static void reports(String operation, Caller caller) {
        list("items", "&status=SUBMITTED").call(operation, caller);
    }

    private static void events(String operation, Caller caller) {
        Set<Line> expected = lines(TestIssuer.oversight(), "events?limit=1000", "items").stream()
                .filter(caller::mayWorkWith)
                .filter(line -> line.year() != 0)
                .collect(Collectors.toSet());

        assertThat(lines(caller.token(), "events?limit=1000", "items").stream()
                        .filter(line -> line.year() != 0)
                        .collect(Collectors.toSet()))
                .as("%s", caller)
                .isEqualTo(expected);
        assertThat(lines(caller.token(), "events?limit=1000", "items"))
                .allMatch(line -> caller.mayWorkWith(line.agency()));
    }

    /** Lists what is due for one year. A year that the token does not name is refused. */
    private static void dueReminders(String operation, Caller caller) {
        boolean isPost = operation.startsWith("POST");
        REPORTS.stream().map(Line::year).distinct().forEach(year -> {
            String path = "/api/v1/reminders" + (isPost ? "?dryRun=true&year=" : "/letters?year=") + year;
            Response all = isPost
                    ? as(TestIssuer.oversight()).contentType("application/json").post(path)
                    : as(TestIssuer.oversight()).get(path);
            Response own = isPost
                    ? as(caller.token()).contentType("application/json").post(path)
                    : as(caller.token()).get(path);
            boolean isAllowed = REPORTS.stream().anyMatch(line -> line.year() == year && caller.mayWorkWith(line));
            assertThat(own.statusCode()).as("%s %s", caller, path).isIn(isAllowed ? List.of(200) : List.of(200, 403));
            if (own.statusCode() == 200) {
                assertThat(own.<List<String>>path("items.agency.code"))
                        .as("%s %s", caller, path)
                        .isEqualTo(all.<List<String>>path("items.agency.code").stream()
                                .filter(agency -> caller.mayWorkWith(new Line(agency, year)))
                                .toList());
            }
        });
    }

    /** The office owes no reports, whatever its districts are. */
    private static void obligationsOfTheCaller(String operation, Caller caller) {
        Set<Line> expected = caller.isOffice()
                ? Set.of()
                : REPORTS.stream().filter(caller::mayWorkWith).collect(Collectors.toSet());

        assertThat(lines(caller.token(), "me?size=500", "obligations.items"))
                .as("%s", caller)
                .isEqualTo(expected);
    }

    private static void obligations(String operation, Caller caller) {
        for (int year : List.of(YEAR, OTHER_YEAR)) {
            String list = "/api/v1/cycles/" + year + "/obligations?size=500";
            Response answer = as(caller.token()).get(list);
            if (caller.mayWorkWith(new Line(OWN, year))) {
                assertThat(answer.<List<String>>path("items.agency.code"))
                        .isEqualTo(as(TestIssuer.oversight()).get(list).<List<String>>path("items.agency.code").stream()
                                .filter(caller::mayWorkWith)
                                .toList());
            } else {
                assertThat(answer.statusCode()).isEqualTo(403);
            }
        }
    }

    /** The counts are those of the office for the districts, now and at an instant. */
    private static void completeness(String operation, Caller caller) {
        String path = urlOf(operation, "?groupBy=district");
        String lastChange =
                as(TestIssuer.oversight()).get("/api/v1/events?limit=1000").path("items[-1].at");
        for (String asOf : List.of("", "&asOf=" + lastChange)) {
            List<Map<String, Object>> all =
                    as(TestIssuer.oversight()).get(path + asOf).path("rows");
            List<Map<String, Object>> expected = all.stream()
                    .filter(row -> caller.mayWorkWith(
                            ((Map<?, ?>) row.get("district")).get("code").toString()))
                    .toList();
            assertThat(expected).isNotEmpty();
            assertThat(as(caller.token()).get(path + asOf).<List<?>>path("rows"))
                    .as("%s %s", caller, asOf)
                    .isEqualTo(expected);
        }
        assertThat(as(caller.token())
                        .get(path.replace("" + YEAR, "" + OTHER_YEAR))
                        .statusCode())
                .isEqualTo(caller.mayWorkWith(new Line(OWN, OTHER_YEAR)) ? 200 : 403);
    }

    private static void contacts(String operation, Caller caller) {
        for (String type : List.of("application/json", "text/csv")) {
            String body = as(caller.token())
                    .accept(type)
                    .get("/api/v1/agencies" + (type.equals("text/csv") ? "" : "?size=500"))
                    .asString();
            assertThat(body.split("王小明", -1).length - 1)
                    .as("%s %s", caller, type)
                    .isEqualTo(
                            !caller.isOffice() && type.equals("text/csv")
                                    ? 0
                                    : (int) Stream.of(OWN, OTHER)
                                            .filter(caller::mayWorkWith)
                                            .count());
        }
    }

    private static void contact(String operation, Caller caller) {
        for (String agency : List.of(OWN, OTHER)) {
            String path = "/api/v1/agencies/" + agency;
            assertThat(answer(path, caller.token()))
                    .isEqualTo(answer(path, caller.mayWorkWith(agency) ? TestIssuer.oversight() : null));
        }
    }

    private static void batch(String operation, Caller caller) {
        String lines = REPORTS.stream()
                .map(line -> "{\"agency\": \"%s\", \"year\": %d, \"report\": {}}".formatted(line.agency(), line.year()))
                .collect(Collectors.joining("\n"));

        List<String> answers = as(caller.token())
                .header("Content-Type", "application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports")
                .asString()
                .lines()
                .toList();

        for (int i = 0; i < REPORTS.size(); i++) {
            assertThat(answers.get(i))
                    .as("%s", caller)
                    .contains(caller.mayWorkWith(REPORTS.get(i)) ? "\"status\":422" : "\"status\":403");
        }
    }

    /** Revisions that do not exist: only reports outside the limits are refused without a look for them. */
    private static void decisions(String operation, Caller caller) {
        List<Map<String, Object>> decisions = REPORTS.stream()
                .map(line -> Map.<String, Object>of(
                        "agency", line.agency(), "year", line.year(), "revision", 99, "decision", "ACCEPT"))
                .toList();

        List<Integer> statuses = as(caller.token())
                .contentType("application/json")
                .body(decisions)
                .post("/api/v1/decisions")
                .path("status");

        for (int i = 0; i < REPORTS.size(); i++) {
            assertThat(statuses.get(i) == 403).as("%s", caller).isEqualTo(!caller.mayWorkWith(REPORTS.get(i)));
        }
    }

    /** The import looks at stored reports of the caller only. A text that is no report has none. */
    private static void document(String operation, Caller caller) {
        assertThat(status(operation, REPORTS.get(0), caller, "text/plain", TEXT))
                .isEqualTo(as(TestIssuer.oversight())
                        .contentType("text/plain")
                        .body(TEXT.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/documents")
                        .statusCode());
    }

    private static void newWebhook(String operation, Caller caller) {
        Map<String, Object> other = Map.of("url", "https://receiver.example/", "agencies", List.of(OTHER));

        as(caller.token())
                .contentType("application/json")
                .body(other)
                .post("/api/v1/webhooks")
                .then()
                .statusCode(403);
    }

    private static void webhooks(String operation, Caller caller) {
        webhookOf(TestIssuer.oversight());
        webhookOf(TestIssuer.submitter(OTHER));
        int own = webhookOf(TestIssuer.submitter(OWN));

        // Events of registry and roster have no year: a token that is limited to years alone oversees no webhook.
        assertThat(as(caller.token()).get("/api/v1/webhooks").<List<Integer>>path("items.id"))
                .as("%s", caller)
                .isEqualTo(caller.ofDistricts ? List.of(own) : List.of());
    }

    private static void webhook(String operation, Caller caller) {
        for (String token : List.of(TestIssuer.submitter(OTHER), TestIssuer.oversight())) {
            String path = operation.replace("{id}", "" + webhookOf(token));
            assertThat(status(path, REPORTS.get(0), caller, null, null))
                    .as("%s %s", caller, path)
                    .isEqualTo(404);
        }
    }

    /** Returns the number of a webhook. It replaces that of the call before, because their number is limited. */
    private static int webhookOf(String token) {
        List<Integer> before = as(token).get("/api/v1/webhooks").path("items.id");
        before.forEach(id -> as(token).delete("/api/v1/webhooks/" + id));
        return as(token)
                .contentType("application/json")
                .body(Map.of("url", "https://receiver.example/"))
                .post("/api/v1/webhooks")
                .path("id");
    }

    private static RequestSpecification as(String bearer) {
        return AccessMatrix.request(bearer).header("Accept-Language", "en");
    }

    /** Returns the status of a call that may have a body. */
    private static int status(String operation, Line line, Caller caller, String type, String body) {
        RequestSpecification request = as(caller.token());
        if (body != null) {
            request.contentType(type).body(body.getBytes(StandardCharsets.UTF_8));
        }
        return request.request(operation.split(" ")[0], path(operation, line)).statusCode();
    }

    private static String urlOf(String operation, String query) {
        return path(operation, REPORTS.get(0)) + query;
    }

    private static String path(String operation, Line line) {
        return operation
                .split(" ")[1]
                .replace("{agency}", line.agency())
                .replace("{code}", line.agency())
                .replace("{year}", "" + line.year())
                .replace("{revision}", "1")
                .replace("{id}", "337cb1b9-e7aa-4861-89a2-dc46eafc1de2");
    }

    /** Returns the status and the body of an answer, without the identifier of the request. */
    private static Map<String, Object> answer(String path, String bearer) {
        Response answer = as(bearer).get(path);
        Object body = answer.path("");
        if (body instanceof Map<?, ?> members) {
            members.remove("requestId");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", answer.statusCode());
        result.put("body", body);
        return result;
    }

    /** Returns the reports that the items of a list are about; an item about no year has the year 0. */
    private static Set<Line> lines(String bearer, String list, String items) {
        Response answer = as(bearer).get("/api/v1/" + list);
        assertThat(answer.statusCode()).as(list).isEqualTo(200);
        List<Map<String, Object>> found = answer.path(items);
        return found.stream()
                .map(item -> new Line(
                        item.get("agency") instanceof Map<?, ?> named
                                ? (String) named.get("code")
                                : String.valueOf(item.get("agency")),
                        item.get("year") instanceof Integer year ? year : 0))
                .collect(Collectors.toSet());
    }
}
