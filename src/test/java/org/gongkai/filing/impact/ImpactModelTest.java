package org.gongkai.filing.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.Seeds;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A plain model recounts the answers about supposed changes and about impacts, through random corrections, withdrawals
 * and re-instatements of real reports.
 */
@Tag("thorough")
@QuarkusTest
class ImpactModelTest extends ServiceTest {

    private static final int YEAR = 2023;
    private static final int STEPS = 24;

    /** Departments of three provinces, with a city between the county and the province in two of them. */
    private static final List<String> AGENCIES = List.of(
            "350128-police", "350128-finance", "350128-market", "430212-finance", "310000-office", "350128-gov");

    private final TotalsModel model = new TotalsModel(YEAR);
    private final Map<String, Deque<Revision>> histories = new HashMap<>();

    /** A revision that is or was in force and was not withdrawn. */
    private record Revision(int number, JsonNode content) {}

    /** The totals at a moment. */
    private record State(Map<String, BigDecimal> totals, Map<String, BigDecimal> cells) {}

    @BeforeEach
    void register() {
        registerAll();
    }

    @ParameterizedTest
    @MethodSource(Seeds.OF_HISTORIES)
    void agreesWithAPlainModel(long seed) {
        RandomReports random = new RandomReports(seed);
        List<Runnable> impacts = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            if (step == STEPS / 2) {
                put("cycles/" + YEAR, "{}").statusCode(201);
            }
            String agency = AGENCIES.get(random.next(AGENCIES.size()));
            boolean hasReport = model.inForce(agency) != null;
            if (hasReport && random.next(4) == 0) {
                withdraw(agency, random.next(2) == 0, impacts);
            } else if (hasReport) {
                correct(agency, random.changes(model.inForce(agency)), impacts);
            } else {
                submitFirst(agency, impacts);
            }
        }
        assertThat(impacts).hasSizeGreaterThan(STEPS / 2);
        // Later changes, and a roster, leave earlier impacts as they are.
        impacts.forEach(Runnable::run);
    }

    private void submitFirst(String agency, List<Runnable> impacts) {
        JsonNode report = ReportFiles.of("350128-gov", 2022).content();
        comeIntoForce(agency, report, impacts);
    }

    /** Asks what would move, submits the same change, and compares both with the model. */
    private void correct(String agency, Map<String, Object> changes, List<Runnable> impacts) {
        List<Map<String, Object>> cells = new ArrayList<>();
        changes.forEach((pointer, value) -> cells.add(Map.of("pointer", pointer, "value", value)));
        JsonNode before = model.inForce(agency);
        ObjectNode report = RandomReports.changed(before, changes);
        if (report.equals(before)) {
            return;
        }
        JsonNode expected = json(post("what-if", Map.of("agency", agency, "year", YEAR, "changes", cells))
                .statusCode(200)
                .body("valid", equalTo(true)));
        State was = state();
        comeIntoForce(agency, report, impacts);
        assertMoved(expected, was, state());
    }

    private void comeIntoForce(String agency, JsonNode report, List<Runnable> impacts) {
        State was = state();
        String path = "reports/" + agency + "/" + YEAR;
        ValidatableResponse receipt = correct(path, report.toString()).statusCode(201);
        int number = receipt.extract().path("revision");
        if (receipt.extract().path("status").equals("SUBMITTED")) {
            State next = after(agency, report);
            assertMoved(
                    json(get(path + "/revisions/" + number + "/impact").body("state", equalTo("EXPECTED"))), was, next);
            post(path + "/decisions", Map.of("revision", number, "decision", "ACCEPT"))
                    .statusCode(200);
        }
        model.put(agency, report);
        histories.computeIfAbsent(agency, key -> new ArrayDeque<>()).push(new Revision(number, report));
        check(impacts, path + "/revisions/" + number + "/impact", "", was, state());
    }

    private void withdraw(String agency, boolean reinstate, List<Runnable> impacts) {
        Deque<Revision> history = histories.get(agency);
        State was = state();
        Revision withdrawn = history.pop();
        boolean reinstates = reinstate && !history.isEmpty();
        String path = "reports/" + agency + "/" + YEAR;
        post(
                        path + "/decisions",
                        Map.of(
                                "revision",
                                withdrawn.number(),
                                "decision",
                                "WITHDRAW",
                                "comment",
                                "数据有误",
                                "reinstatePrevious",
                                reinstates))
                .statusCode(200);
        model.put(agency, reinstates ? history.peek().content() : null);
        if (!reinstates) {
            history.clear();
        }
        String later = "/later/"
                + (get(path + "/revisions/" + withdrawn.number() + "/impact")
                                .extract()
                                .<List<?>>path("later")
                                .size()
                        - 1);
        State is = state();
        check(impacts, path + "/revisions/" + withdrawn.number() + "/impact", later, was, is);
        if (reinstates) {
            String again = path + "/revisions/" + history.peek().number() + "/impact";
            get(again).body("later[-1].kind", equalTo("REINSTATED"));
            int last = get(again).extract().<List<?>>path("later").size() - 1;
            check(impacts, again, "/later/" + last, was, is);
        }
    }

    /** Compares an impact with the model now, and once more at the end. */
    private static void check(List<Runnable> impacts, String path, String part, State was, State is) {
        Runnable comparison = () -> assertMoved(json(get(path).statusCode(200)).at(part), was, is);
        comparison.run();
        impacts.add(comparison);
    }

    private State after(String agency, JsonNode report) {
        JsonNode known = model.inForce(agency);
        model.put(agency, report);
        State state = state();
        model.put(agency, known);
        return state;
    }

    private State state() {
        return new State(model.totals(), model.cells());
    }

    private static JsonNode json(ValidatableResponse response) {
        try {
            return ReportFiles.JSON.readTree(response.extract().asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertMoved(JsonNode answer, State was, State is) {
        Set<String> totals = new TreeSet<>();
        answer.get("totals")
                .forEach(total ->
                        totals.add(move(total, total.at("/district/code").asText() + " ", "figure")));
        answer.get("categoryTotals")
                .forEach(total -> totals.add(move(
                        total,
                        total.at("/district/code").asText() + " "
                                + total.at("/category/code").asText() + " ",
                        "figure")));
        Set<String> cells = new TreeSet<>();
        answer.get("cells")
                .forEach(cell -> cells.add(move(cell, cell.at("/district/code").asText() + " ", "pointer")));

        assertThat(totals).isEqualTo(TotalsModel.differences(was.totals(), is.totals(), "none"));
        assertThat(cells).isEqualTo(TotalsModel.differences(was.cells(), is.cells(), "0"));
    }

    private static String move(JsonNode moved, String prefix, String name) {
        return TotalsModel.move(
                prefix + moved.get(name).asText(), number(moved.get("before")), number(moved.get("after")), "none");
    }

    private static BigDecimal number(JsonNode value) {
        return value.isNull() ? null : value.decimalValue();
    }
}
