package org.gongkai.filing.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.gongkai.filing.carryover.Requests;
import org.gongkai.testing.Seeds;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random submissions, decisions and explanations, recounted from the audit log and the receipts. */
@Tag("thorough")
@QuarkusTest
class ScoreboardHistoriesTest extends ServiceTest {

    private static final List<String> AGENCIES =
            List.of("350128-social", "350128-finance", "430212-finance", "350128-police", "s-old", "s-new");

    private static final List<Integer> YEARS = List.of(2022, 2023);
    private static final Instant DUE_2023 = Instant.parse("2024-01-31T16:00:00Z");
    private static final Instant DUE_2022 = Instant.parse("2023-01-31T16:00:00Z");
    private static final int STEPS = 90;

    private final Map<String, Integer> refused = new HashMap<>();

    @ParameterizedTest
    @MethodSource(Seeds.OF_HISTORIES)
    void agreesWithTheAuditLog(long seed) {
        registerAll();
        merge();
        TestClock.stopAt("2023-01-10T02:00:00Z");
        put("cycles/2022", Map.of()).statusCode(201);
        Random random = new Random(seed);
        steps(random, STEPS / 3, List.of(2022));
        TestClock.stopAt("2024-01-10T02:00:00Z");
        put("cycles/2023", Map.of()).statusCode(201);
        steps(random, STEPS / 3, YEARS);
        TestClock.stopAt("2024-02-10T02:00:00Z");
        steps(random, STEPS / 3, YEARS);

        Map<String, Map<String, Long>> reports = recount();

        compare("agency,year", reports, (agency, year) -> agency + " " + year);
        compare("year", reports, (agency, year) -> year);
        compare("agency", reports, (agency, year) -> agency);
        compare("district,category", reports, (agency, year) -> district(agency) + " " + category(agency));
        compare("", reports, (agency, year) -> "");
    }

    /** Two agencies, the one of which continues the other since the middle of 2023. */
    private static void merge() {
        put(
                        "agencies/s-new",
                        Map.of(
                                "name",
                                "新局",
                                "district",
                                "430212",
                                "category",
                                "finance",
                                "kind",
                                "DEPARTMENT",
                                "validFrom",
                                "2023-07-01"))
                .statusCode(201);
        put(
                        "agencies/s-old",
                        Map.of(
                                "name",
                                "旧局",
                                "district",
                                "430212",
                                "category",
                                "finance",
                                "kind",
                                "DEPARTMENT",
                                "validTo",
                                "2023-06-30",
                                "successor",
                                "s-new"))
                .statusCode(201);
    }

    private static String district(String agency) {
        return agency.startsWith("350128") ? "350128" : "430212";
    }

    private static String category(String agency) {
        return get("agencies/" + agency).extract().path("category");
    }

    private void steps(Random random, int number, List<Integer> years) {
        for (int step = 0; step < number; step++) {
            String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
            int year = years.get(random.nextInt(years.size()));
            if (!(agency.equals("s-new") && year == 2022)) {
                step(agency, year, random);
            }
        }
    }

    private void step(String agency, int year, Random random) {
        String path = "reports/" + agency + "/" + year;
        switch (random.nextInt(6)) {
            case 0 -> {
                correct(
                                path,
                                Requests.report(agency, year, 0, 1)
                                        .with("/requests/outcomes/total/total", 9)
                                        .json())
                        .statusCode(422);
                refused.merge(agency + " " + year, 1, Integer::sum);
            }
            case 1 -> decide(path, random.nextBoolean() ? "RETURN" : "ACCEPT");
            case 2 -> decide(path, "WITHDRAW");
            case 3 -> explain(path);
            default ->
                correct(
                        path,
                        Requests.report(agency, year, random.nextInt(3), random.nextInt(3))
                                .json());
        }
    }

    private static JsonPath newest(String path) {
        JsonPath revisions = get(path + "/revisions?size=500").extract().jsonPath();
        return revisions.get("items") == null || revisions.getList("items").isEmpty() ? null : revisions;
    }

    private static void decide(String path, String decision) {
        JsonPath revisions = newest(path);
        String status = decision.equals("WITHDRAW") ? "ACCEPTED" : "SUBMITTED";
        Integer revision =
                revisions == null ? null : revisions.get("items.find { it.status == '" + status + "' }?.revision");
        if (revision != null) {
            post(path + "/decisions", Map.of("revision", revision, "decision", decision, "comment", "意见"));
        }
    }

    private static void explain(String path) {
        JsonPath revisions = newest(path);
        if (revisions != null) {
            List<Map<String, ?>> open =
                    revisions.getList("items.max { it.revision }.findings.findAll { it.state == 'OPEN' }");
            if (!open.isEmpty()) {
                post(
                        path + "/explanations",
                        List.of(Map.of(
                                "rule", open.get(0).get("rule"),
                                "pointer", open.get(0).get("pointer"),
                                "reason", "已核实，原因见台账")));
            }
        }
    }

    /** Counts each report by the events about it and by its newest revision. */
    private Map<String, Map<String, Long>> recount() {
        List<Map<String, ?>> events = new ArrayList<>();
        String after = "";
        for (List<Map<String, ?>> items = null; items == null || !items.isEmpty(); ) {
            JsonPath page = get("events?limit=1000" + after).extract().jsonPath();
            items = page.getList("items");
            events.addAll(items);
            after = "&after=" + page.getString("next");
        }
        Map<String, Map<String, Long>> reports = new TreeMap<>();
        for (String agency : AGENCIES) {
            for (int year : YEARS) {
                reports.put(agency + " " + year, recount(agency, year, events));
            }
        }
        return reports;
    }

    private Map<String, Long> recount(String agency, int year, List<Map<String, ?>> all) {
        List<Map<String, ?>> events = all.stream()
                .filter(event -> agency.equals(event.get("agency"))
                        && Integer.valueOf(year).equals(event.get("year")))
                .toList();
        Map<Object, String> status = new TreeMap<>();
        Map<Object, Boolean> accepted = new HashMap<>();
        Map<String, Long> counts = new TreeMap<>();
        Instant first = null;
        for (Map<String, ?> event : events) {
            Object revision = event.get("revision");
            switch ((String) event.get("type")) {
                case "REPORT_SUBMITTED" -> {
                    first = first == null ? Instant.parse((String) event.get("at")) : first;
                    status.put(revision, "SUBMITTED");
                }
                case "REPORT_ACCEPTED", "REPORT_REINSTATED" -> {
                    status.put(revision, "ACCEPTED");
                    accepted.put(revision, true);
                }
                case "REPORT_RETURNED" -> {
                    status.put(revision, "RETURNED");
                    counts.merge("returned", 1L, Long::sum);
                }
                case "REPORT_SUPERSEDED" -> {
                    status.put(revision, "SUPERSEDED");
                    counts.merge("corrected", 1L, Long::sum);
                }
                case "REPORT_WITHDRAWN" -> {
                    status.put(revision, "WITHDRAWN");
                    counts.merge("withdrawn", accepted.containsKey(revision) ? 1L : 0L, Long::sum);
                }
                default -> {
                    // Other events change none of the numbers.
                }
            }
        }
        counts.put("refusedAttempts", (long) refused.getOrDefault(agency + " " + year, 0));
        boolean owes = !(agency.equals("s-new") && year == 2022) && !(agency.equals("s-old") && year == 2023);
        if (owes) {
            counts.put("expected", 1L);
            counts.put(state(status, first, year == 2022 ? DUE_2022 : DUE_2023), 1L);
        }
        warnings(agency, year, status, counts);
        return counts;
    }

    /** Returns the state of the obligation; a report that was superseded and not replaced counts as none. */
    private static String state(Map<Object, String> status, Instant first, Instant due) {
        boolean inForce = status.containsValue("ACCEPTED");
        List<String> others =
                status.values().stream().filter(one -> !one.equals("WITHDRAWN")).toList();
        String newest = others.isEmpty() ? "SUPERSEDED" : others.get(others.size() - 1);
        if (!inForce && newest.equals("SUPERSEDED")) {
            return "missing";
        }
        if (!inForce && newest.equals("RETURNED")) {
            return "notResubmitted";
        }
        return first.isBefore(due) ? "onTime" : "late";
    }

    private static void warnings(String agency, int year, Map<Object, String> status, Map<String, Long> counts) {
        status.entrySet().stream()
                .filter(revision -> revision.getValue().equals("ACCEPTED")
                        || revision.getValue().equals("SUBMITTED"))
                .mapToInt(revision -> (Integer) revision.getKey())
                .max()
                .ifPresent(newest -> {
                    List<String> states = get("reports/" + agency + "/" + year + "/revisions/" + newest + "/receipt")
                            .extract()
                            .path("findings.findAll { it.severity == 'WARNING' }.state");
                    counts.put(
                            "openWarnings",
                            states.stream().filter("OPEN"::equals).count());
                    counts.put(
                            "explainedWarnings",
                            states.stream().filter("EXPLAINED"::equals).count());
                });
    }

    /** The key of the row in which a report is counted. */
    private interface Key {
        String of(String agency, String year);
    }

    private static void compare(String groupBy, Map<String, Map<String, Long>> reports, Key key) {
        Map<String, Map<String, Long>> expected = new TreeMap<>();
        reports.forEach((report, counts) -> {
            String[] parts = report.split(" ");
            Map<String, Long> row = expected.computeIfAbsent(key.of(parts[0], parts[1]), name -> new TreeMap<>());
            counts.forEach((name, number) -> row.merge(name, number, Long::sum));
        });
        Map<String, Map<String, Long>> actual = new TreeMap<>();
        String agencies = String.join(",", AGENCIES);
        List<Map<String, Object>> rows = get("scoreboard?size=500&year=2022..2023&agency=" + agencies
                        + (groupBy.isEmpty() ? "" : "&groupBy=" + groupBy))
                .statusCode(200)
                .extract()
                .path("items");
        rows.forEach(row -> actual.put(name(row), numbers(row)));
        expected.values().forEach(ScoreboardHistoriesTest::dropZeros);
        expected.values().removeIf(Map::isEmpty);
        actual.values().removeIf(Map::isEmpty);
        assertThat(actual).as(groupBy).isEqualTo(expected).isNotEmpty();
    }

    private static String name(Map<String, Object> row) {
        List<String> parts = new ArrayList<>();
        for (String key : List.of("agency", "district", "category")) {
            if (row.get(key) instanceof Map<?, ?> named) {
                parts.add((String) named.get("code"));
            }
        }
        if (row.get("year") != null) {
            parts.add(row.get("year").toString());
        }
        return String.join(" ", parts);
    }

    /** Returns the numbers that are recounted and not zero. */
    private static Map<String, Long> numbers(Map<String, Object> row) {
        Map<String, Long> numbers = new TreeMap<>();
        row.forEach((name, value) -> {
            if (value instanceof Number number && !name.equals("year") && !name.equals("overdue")) {
                numbers.put(name, number.longValue());
            }
        });
        dropZeros(numbers);
        return numbers;
    }

    private static void dropZeros(Map<String, Long> numbers) {
        numbers.values().removeIf(number -> number == 0);
    }
}
