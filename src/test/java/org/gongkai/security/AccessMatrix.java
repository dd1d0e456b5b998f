package org.gongkai.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Calls every operation as every kind of caller. The tokens may come from any identity provider. */
interface AccessMatrix {

    /** The agency of the submitter. */
    String OWN = "430212-finance";

    /** The agency of the other submitter. */
    String OTHER = "350128-finance";

    /** The kinds of callers. Except for the anonymous one, each has a token. */
    enum Caller {
        ANONYMOUS,
        EXPIRED,
        WRONG_KEY,
        UNKNOWN_KEY,
        ALG_NONE,
        SIGNED_WITH_PUBLIC_KEY,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        GIBBERISH,
        WITHOUT_ROLE,
        OTHER_SUBMITTER,
        SUBMITTER,
        OVERSIGHT;

        boolean isKnown() {
            return compareTo(WITHOUT_ROLE) >= 0;
        }
    }

    /** The callers that an operation admits. */
    enum Policy {
        ANYONE(Set.of(Caller.values())),
        /** The answer depends on the caller, so an invalid token is refused. */
        ANYONE_WITHOUT_AN_INVALID_TOKEN(Set.of(
                Caller.ANONYMOUS, Caller.WITHOUT_ROLE, Caller.OTHER_SUBMITTER, Caller.SUBMITTER, Caller.OVERSIGHT)),
        READERS(Set.of(
                Caller.ANONYMOUS, Caller.WITHOUT_ROLE, Caller.OTHER_SUBMITTER, Caller.SUBMITTER, Caller.OVERSIGHT)),
        OWN_SUBMITTER(Set.of(Caller.SUBMITTER)),
        OWN_SUBMITTER_OR_OVERSIGHT(Set.of(Caller.SUBMITTER, Caller.OVERSIGHT)),
        ANY_TOKEN(Set.of(Caller.WITHOUT_ROLE, Caller.OTHER_SUBMITTER, Caller.SUBMITTER, Caller.OVERSIGHT)),
        /** The agencies are in the body, or the answer has only the caller's. */
        SUBMITTERS_OR_OVERSIGHT(Set.of(Caller.OTHER_SUBMITTER, Caller.SUBMITTER, Caller.OVERSIGHT)),
        OVERSIGHT_ONLY(Set.of(Caller.OVERSIGHT));

        private final Set<Caller> admitted;

        Policy(Set<Caller> admitted) {
            this.admitted = admitted;
        }

        int refusal(Caller caller) {
            return admitted.contains(caller) ? 0 : caller.isKnown() ? 403 : 401;
        }
    }

    Map<String, Policy> OPERATIONS = Map.ofEntries(
            Map.entry("GET /api/v1/form/{year}", Policy.ANYONE),
            Map.entry("GET /api/v1/rules", Policy.ANYONE),
            Map.entry("GET /api/v1/limits", Policy.ANYONE),
            Map.entry("GET /api/v1/receipt-keys", Policy.ANYONE),
            Map.entry("GET /api/v1/login", Policy.ANYONE),
            Map.entry("GET /api/v1/districts", Policy.ANYONE),
            Map.entry("PUT /api/v1/districts", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/districts/{code}", Policy.ANYONE),
            Map.entry("PUT /api/v1/districts/{code}", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/categories", Policy.ANYONE),
            Map.entry("PUT /api/v1/categories", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/categories/{code}", Policy.ANYONE),
            Map.entry("PUT /api/v1/categories/{code}", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/agencies", Policy.ANYONE_WITHOUT_AN_INVALID_TOKEN),
            Map.entry("PUT /api/v1/agencies", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/agencies/{code}", Policy.ANYONE_WITHOUT_AN_INVALID_TOKEN),
            Map.entry("PUT /api/v1/agencies/{code}", Policy.OVERSIGHT_ONLY),
            Map.entry("POST /api/v1/agencies/{code}/tokens", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/agencies/{code}/tokens", Policy.OVERSIGHT_ONLY),
            Map.entry("DELETE /api/v1/agencies/{code}/tokens/{id}", Policy.OVERSIGHT_ONLY),
            Map.entry("POST /api/v1/agencies/{code}/tokens/{id}/rotation", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/tokens", Policy.OVERSIGHT_ONLY),
            Map.entry("POST /api/v1/tokens", Policy.OVERSIGHT_ONLY),
            Map.entry("DELETE /api/v1/tokens/{id}", Policy.OVERSIGHT_ONLY),
            Map.entry("POST /api/v1/tokens/{id}/rotation", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/sandbox/submissions", Policy.OVERSIGHT_ONLY),
            Map.entry("DELETE /api/v1/sandbox/submissions", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/sandbox/certification", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/me", Policy.ANY_TOKEN),
            Map.entry("GET /api/v1/cycles", Policy.ANYONE_WITHOUT_AN_INVALID_TOKEN),
            Map.entry("GET /api/v1/cycles/{year}", Policy.ANYONE_WITHOUT_AN_INVALID_TOKEN),
            Map.entry("PUT /api/v1/cycles/{year}", Policy.OVERSIGHT_ONLY),
            Map.entry("DELETE /api/v1/cycles/{year}", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/cycles/{year}/completeness", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/cycles/{year}/obligations", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("PUT /api/v1/cycles/{year}/obligations/{agency}", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/reports", Policy.READERS),
            Map.entry("POST /api/v1/reports", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/reports/{agency}/{year}", Policy.READERS),
            Map.entry("PUT /api/v1/reports/{agency}/{year}", Policy.OWN_SUBMITTER),
            Map.entry("GET /api/v1/reports/{agency}/{year}/template", Policy.OWN_SUBMITTER_OR_OVERSIGHT),
            Map.entry("POST /api/v1/reports/{agency}/{year}/explanations", Policy.OWN_SUBMITTER),
            Map.entry("POST /api/v1/reports/{agency}/{year}/decisions", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/reports/{agency}/{year}/revisions", Policy.READERS),
            Map.entry("GET /api/v1/reports/{agency}/{year}/revisions/{revision}", Policy.READERS),
            Map.entry("DELETE /api/v1/reports/{agency}/{year}/revisions/{revision}", Policy.OWN_SUBMITTER),
            Map.entry(
                    "POST /api/v1/reports/{agency}/{year}/revisions/{revision}/withdrawal-request",
                    Policy.OWN_SUBMITTER),
            Map.entry("GET /api/v1/reports/{agency}/{year}/revisions/latest", Policy.OWN_SUBMITTER_OR_OVERSIGHT),
            Map.entry("GET /api/v1/reports/{agency}/{year}/revisions/{revision}/receipt", Policy.READERS),
            Map.entry("GET /api/v1/reports/{agency}/{year}/revisions/{revision}/changes", Policy.READERS),
            Map.entry("GET /api/v1/reports/{agency}/{year}/revisions/{revision}/impact", Policy.READERS),
            Map.entry("GET /api/v1/reports/{agency}/{year}/diagnosis", Policy.READERS),
            Map.entry("POST /api/v1/diagnoses", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("POST /api/v1/what-if", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/reminders", Policy.OVERSIGHT_ONLY),
            Map.entry("POST /api/v1/reminders", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/reminders/letters", Policy.OVERSIGHT_ONLY),
            Map.entry("POST /api/v1/rule-previews", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/revalidations", Policy.OVERSIGHT_ONLY),
            Map.entry("POST /api/v1/revalidations", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/revalidations/{id}", Policy.OVERSIGHT_ONLY),
            Map.entry("DELETE /api/v1/revalidations/{id}", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/revalidations/{id}/changes", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/work-list", Policy.OVERSIGHT_ONLY),
            Map.entry("POST /api/v1/decisions", Policy.OVERSIGHT_ONLY),
            Map.entry("GET /api/v1/changes", Policy.READERS),
            Map.entry("GET /api/v1/explanations", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/availability", Policy.READERS),
            Map.entry("POST /api/v1/validations", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("POST /api/v1/documents", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/statistics", Policy.READERS),
            Map.entry("GET /api/v1/consolidated-reports/{year}", Policy.READERS),
            Map.entry("GET /api/v1/events", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/webhooks", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("POST /api/v1/webhooks", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/webhooks/{id}", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("DELETE /api/v1/webhooks/{id}", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/webhooks/{id}/deliveries", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("POST /api/v1/webhooks/{id}/replay", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("POST /api/v1/webhooks/{id}/test", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/carry-over", Policy.SUBMITTERS_OR_OVERSIGHT),
            Map.entry("GET /api/v1/scoreboard", Policy.SUBMITTERS_OR_OVERSIGHT));

    /** Returns the token of a caller; {@code null} for the anonymous one. */
    String token(Caller caller);

    /** Makes sure that both agencies are registered. */
    void registerAgencies();

    @Test
    default void coversEveryOperation() {
        Map<String, Map<String, Object>> paths =
                RestAssured.get("/q/openapi?format=json").path("paths");
        Set<String> operations = new TreeSet<>();
        paths.forEach((path, methods) ->
                methods.keySet().forEach(method -> operations.add(method.toUpperCase() + " " + path)));

        assertThat(operations).isEqualTo(new TreeSet<>(OPERATIONS.keySet()));
    }

    @Test
    default void admitsAndRefusesEveryCallerAsDeclared() {
        SoftAssertions all = new SoftAssertions();
        for (Caller caller : Caller.values()) {
            String bearer = token(caller);
            OPERATIONS.forEach((operation, policy) -> {
                int refusal = policy.refusal(caller);
                Response answer = call(operation, request(bearer));
                if (refusal == 0) {
                    all.assertThat(answer.statusCode())
                            .as(caller + " " + operation)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                } else {
                    all.assertThat(answer.statusCode())
                            .as(caller + " " + operation)
                            .isEqualTo(refusal);
                    all.assertThat(answer.contentType()).isEqualTo("application/problem+json");
                    all.assertThat(answer.<String>path("type"))
                            .isEqualTo(refusal == 401 ? "/problems/unauthenticated" : "/problems/forbidden");
                    all.assertThat(answer.header("WWW-Authenticate") != null).isEqualTo(refusal == 401);
                }
            });
        }
        all.assertAll();
    }

    @Test
    default void refusesWithoutRevealingExistence() {
        registerAgencies();

        for (Caller caller : List.of(Caller.ANONYMOUS, Caller.SUBMITTER)) {
            String known = refusal(caller, "PUT", "reports/" + OTHER + "/2023");
            assertThat(refusal(caller, "PUT", "reports/no-such-agency/2023")).isEqualTo(known);
            assertThat(refusal(caller, "PUT", "reports/no-such-agency/1999")).isEqualTo(known);
            assertThat(refusal(caller, "PUT", "reports/no-such-agency/2023?nonsense=1"))
                    .isEqualTo(known);
            String agency = refusal(caller, "PUT", "agencies/" + OTHER);
            assertThat(refusal(caller, "PUT", "agencies/no-such-agency")).isEqualTo(agency);
        }
    }

    @Test
    default void refusesSubmissionsForOtherAgencies() {
        registerAgencies();
        String items = "{\"agency\": \"" + OTHER + "\", \"year\": 2023, \"report\": {}}\n"
                + "{\"agency\": \"no-such-agency\", \"year\": 1999, \"report\": {}}\n"
                + "{\"agency\": \"" + OWN + "\", \"year\": 2023, \"report\": {}}";

        List<String> lines = request(token(Caller.SUBMITTER))
                .header("Content-Type", "application/x-ndjson")
                .body(items.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports")
                .asString()
                .lines()
                .toList();

        assertThat(lines.get(0)).contains("\"status\":403").contains("/problems/forbidden");
        assertThat(lines.get(1)).contains("\"status\":403").contains("/problems/forbidden");
        assertThat(lines.get(2)).contains("\"status\":422");
        request(token(Caller.SUBMITTER))
                .contentType(ContentType.JSON)
                .body(items.lines().findFirst().orElseThrow())
                .post("/api/v1/validations")
                .then()
                .statusCode(403);
    }

    /** Returns a request with a token; without one for {@code null}. */
    static RequestSpecification request(String bearer) {
        return RestAssured.given()
                .noFilters()
                .headers(bearer == null ? Map.of() : Map.of("Authorization", "Bearer " + bearer));
    }

    private static Response call(String operation, RequestSpecification request) {
        String[] parts = operation.split(" ");
        String path = parts[1].replace("{agency}", OWN)
                .replace("{code}", OWN)
                .replace("{id}", "337cb1b9-e7aa-4861-89a2-dc46eafc1de2")
                .replace("{year}", "2023")
                .replace("{revision}", "1")
                .replace("{id}", "1");
        return parts[0].equals("GET")
                ? request.get(path)
                : request.contentType(contentType(operation))
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .request(parts[0], path);
    }

    /** Returns the content type of an operation: CSV for a complete register, and plain text for a published report. */
    private static String contentType(String operation) {
        if (operation.equals("POST /api/v1/documents")) {
            return "text/plain";
        }
        return operation.startsWith("PUT") && !operation.contains("{") ? "text/csv" : "application/json";
    }

    /** Returns the body of a refusal, without the members that depend on the request. */
    private String refusal(Caller caller, String method, String path) {
        Map<String, Object> problem = request(token(caller))
                .contentType(ContentType.JSON)
                .body("{}")
                .request(method, "/api/v1/" + path)
                .path("");
        problem.remove("instance");
        problem.remove("requestId");
        return problem.toString();
    }
}
