package org.gongkai.filing.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.Seeds;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sequences of everything that can happen to reports, against a plain model that keeps every revision in a list
 * and counts from the beginning after each step.
 */
@Tag("thorough")
@QuarkusTest
class LifeOfReportsTest extends ServiceTest {

    private static final int STEPS = 40;
    private static final List<Integer> YEARS = List.of(2021, 2022, 2023);
    private static final List<String> DISTRICTS = List.of("430211", "430212");
    private static final List<String> REPORTING = List.of("m-1", "m-2", "m-3");

    /** The agency that others are merged into. It has no reports, so that none of them is reported twice. */
    private static final String HEIR = "m-4";

    private static final List<String> AGENCIES = List.of("m-1", "m-2", "m-3", HEIR);

    /** A revision of the model: what it says, what has become of it, and where its agency was when it was submitted. */
    private static final class ModelRevision {
        private final int number;
        private final int requests;
        private final String district;
        private String status;
        private int supersededIn;

        ModelRevision(int number, int requests, String district, String status) {
            this.number = number;
            this.requests = requests;
            this.district = district;
            this.status = status;
        }
    }

    /** A report of the model: an agency and a year. */
    private record Key(String agency, int year) {}

    private final Map<Key, List<ModelRevision>> reports = new HashMap<>();
    private final Map<String, String> districts = new TreeMap<>();
    private final Map<String, String> successors = new HashMap<>();
    private final Map<Integer, Map<String, String>> rosters = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private int clock;

    @BeforeEach
    void register() {
        put("districts/430200", Map.of("name", "株洲市", "level", "city")).statusCode(201);
        DISTRICTS.forEach(district -> put("districts/" + district, Map.of("name", district, "parent", "430200"))
                .statusCode(201));
        put("categories/finance", Map.of("name", "财政")).statusCode(201);
        AGENCIES.forEach(agency -> {
            districts.put(agency, DISTRICTS.get(0));
            store(agency).statusCode(201);
        });
    }

    @ParameterizedTest
    @MethodSource(Seeds.OF_HISTORIES)
    void agreesWithAModel(long seed) {
        Random random = new Random(seed);
        for (clock = 0; clock < STEPS; clock++) {
            step(random);
            assertThat(counted()).as("seed %d after %s", seed, steps).isEqualTo(expected());
        }
    }

    private void step(Random random) {
        String agency = REPORTING.get(random.nextInt(REPORTING.size()));
        Key key = new Key(agency, YEARS.get(random.nextInt(YEARS.size())));
        List<ModelRevision> revisions = reports.computeIfAbsent(key, none -> new ArrayList<>());
        steps.add(
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> submit(key, revisions, random, false);
                    case 3, 4 -> submit(key, revisions, random, true);
                    case 5 -> decide(key, revisions, random);
                    case 6 -> withdrawWaiting(key, revisions);
                    case 7 -> withdrawInForce(key, revisions, random.nextBoolean());
                    case 8 -> random.nextBoolean() ? move(agency, random) : merge(random);
                    default -> openOrClose(key.year());
                });
    }

    private String submit(Key key, List<ModelRevision> revisions, Random random, boolean waits) {
        int requests = 5 + random.nextInt(4);
        Optional<ModelRevision> same = newest(revisions)
                .filter(last -> !last.status.equals("RETURNED") && !last.status.equals("WITHDRAWN"))
                .filter(last -> last.requests == (waits ? -requests : requests));
        correct(path(key), report(key.agency(), requests, waits)).statusCode(same.isPresent() ? 200 : 201);
        if (same.isEmpty()) {
            ModelRevision added = new ModelRevision(
                    revisions.size() + 1, waits ? -requests : requests, districts.get(key.agency()), "SUBMITTED");
            revisions.add(added);
            if (!waits) {
                accept(revisions, added);
            }
        }
        return "submit " + key + (waits ? " waiting" : "");
    }

    private void accept(List<ModelRevision> revisions, ModelRevision revision) {
        inForce(revisions).ifPresent(old -> {
            old.status = "SUPERSEDED";
            old.supersededIn = clock;
        });
        revision.status = "ACCEPTED";
    }

    private String decide(Key key, List<ModelRevision> revisions, Random random) {
        List<ModelRevision> waiting = with(revisions, "SUBMITTED");
        if (waiting.isEmpty()) {
            return "nothing to decide";
        }
        ModelRevision revision = waiting.get(random.nextInt(waiting.size()));
        boolean accepts = random.nextBoolean();
        boolean isOlder = inForce(revisions)
                .filter(other -> other.number > revision.number)
                .isPresent();
        post(path(key) + "/decisions", decision(revision, accepts ? "ACCEPT" : "RETURN"))
                .statusCode(accepts && isOlder ? 409 : 200);
        if (!accepts) {
            revision.status = "RETURNED";
        } else if (!isOlder) {
            accept(revisions, revision);
        }
        return "decide " + key + " " + revision.number + " " + accepts;
    }

    private String withdrawWaiting(Key key, List<ModelRevision> revisions) {
        Optional<ModelRevision> last = newest(revisions);
        last.ifPresent(revision -> {
            boolean waits = revision.status.equals("SUBMITTED");
            delete(path(key) + "/revisions/" + revision.number).statusCode(waits ? 200 : 409);
            if (waits) {
                revision.status = "WITHDRAWN";
            }
        });
        return "withdraw waiting " + key;
    }

    private String withdrawInForce(Key key, List<ModelRevision> revisions, boolean reinstate) {
        Optional<ModelRevision> inForce = inForce(revisions);
        Optional<ModelRevision> previous =
                with(revisions, "SUPERSEDED").stream().max(Comparator.comparingInt(revision -> revision.supersededIn));
        inForce.ifPresent(revision -> {
            Map<String, Object> request = decision(revision, "WITHDRAW");
            request.put("reinstatePrevious", reinstate);
            boolean possible = !reinstate || previous.isPresent();
            post(path(key) + "/decisions", request).statusCode(possible ? 200 : 422);
            if (possible) {
                revision.status = "WITHDRAWN";
            }
            if (reinstate && possible) {
                previous.get().status = "ACCEPTED";
            }
        });
        return "withdraw " + key + " " + reinstate;
    }

    private String move(String agency, Random random) {
        districts.put(agency, DISTRICTS.get(random.nextInt(DISTRICTS.size())));
        store(agency).statusCode(200);
        return "move " + agency + " to " + districts.get(agency);
    }

    /** Merges an agency into another one, or undoes that. */
    private String merge(Random random) {
        if (random.nextBoolean()) {
            successors.put("m-3", HEIR);
        } else {
            successors.remove("m-3");
        }
        store("m-3").statusCode(200);
        return "merge " + successors;
    }

    private String openOrClose(int year) {
        if (!rosters.containsKey(year)) {
            put("cycles/" + year, "{}").statusCode(201);
            rosters.put(year, new TreeMap<>(districts));
            return "open " + year;
        }
        boolean isJudged = AGENCIES.stream()
                .flatMap(agency -> reports.getOrDefault(new Key(agency, year), List.of()).stream())
                .anyMatch(revision -> !revision.status.equals("WITHDRAWN"));
        delete("cycles/" + year).statusCode(isJudged ? 409 : 204);
        if (!isJudged) {
            rosters.remove(year);
        }
        return "close " + year;
    }

    /** Counts by the model: for each year, district and basis, the reports, those expected and the requests. */
    private Map<String, List<Integer>> expected() {
        Map<String, List<Integer>> cells = new TreeMap<>();
        for (int year : YEARS) {
            for (String agency : AGENCIES) {
                List<ModelRevision> revisions = reports.getOrDefault(new Key(agency, year), List.of());
                Optional<ModelRevision> inForce = inForce(revisions);
                Optional<ModelRevision> latest = revisions.stream()
                        .filter(revision -> revision.status.equals("SUBMITTED") || revision.status.equals("ACCEPTED"))
                        .reduce((one, later) -> later);
                add(cells, "accepted " + year + " " + place(agency, year, inForce), inForce);
                add(cells, "submitted " + year + " " + place(agency, year, latest), latest);
                add(cells, "current " + year + " " + districts.get(heir(agency)), inForce);
            }
            if (rosters.containsKey(year)) {
                cells.put("completeness " + year, completeness(year));
            }
        }
        return cells;
    }

    private String heir(String agency) {
        return successors.getOrDefault(agency, agency);
    }

    private String place(String agency, int year, Optional<ModelRevision> counted) {
        return rosters.containsKey(year)
                ? rosters.get(year).get(agency)
                : counted.map(revision -> revision.district).orElse(districts.get(agency));
    }

    private static void add(Map<String, List<Integer>> cells, String cell, Optional<ModelRevision> counted) {
        cells.merge(
                cell,
                List.of(
                        counted.isPresent() ? 1 : 0,
                        1,
                        counted.map(revision -> Math.abs(revision.requests)).orElse(0)),
                (one, other) ->
                        List.of(one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2)));
    }

    /** All reports are late: the tests run years after the deadlines. */
    private List<Integer> completeness(int year) {
        int late = 0;
        int returned = 0;
        int inForce = 0;
        for (String agency : AGENCIES) {
            List<ModelRevision> revisions = reports.getOrDefault(new Key(agency, year), List.of());
            boolean hasInForce = inForce(revisions).isPresent();
            String newest = revisions.stream()
                    .map(revision -> revision.status)
                    .filter(status -> !status.equals("WITHDRAWN"))
                    .reduce("NONE", (one, later) -> later);
            inForce += hasInForce ? 1 : 0;
            late += hasInForce || newest.equals("SUBMITTED") ? 1 : 0;
            returned += !hasInForce && newest.equals("RETURNED") ? 1 : 0;
        }
        return List.of(AGENCIES.size(), late, returned, AGENCIES.size() - late - returned, inForce);
    }

    /** Asks the service for the same counts. */
    private Map<String, List<Integer>> counted() {
        Map<String, List<Integer>> cells = new TreeMap<>();
        String query = "statistics?figure=requests.newlyReceived&year=2021..2023&groupBy=year,district";
        cells.putAll(rows("accepted ", query));
        cells.putAll(rows("submitted ", query + "&basis=submitted"));
        cells.putAll(rows("current ", query + "&boundaries=current"));
        for (int year : rosters.keySet()) {
            Map<String, Integer> row =
                    get("cycles/" + year + "/completeness").extract().path("rows[0]");
            cells.put(
                    "completeness " + year,
                    List.of(
                            row.get("expected"),
                            row.get("late"),
                            row.get("returned"),
                            row.get("missing"),
                            row.get("inForce")));
        }
        return cells;
    }

    private static Map<String, List<Integer>> rows(String basis, String query) {
        List<Map<String, Object>> rows = get(query).statusCode(200).extract().path("rows");
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> basis + row.get("year") + " " + ((Map<?, ?>) row.get("district")).get("code"),
                        row -> List.of((int) row.get("reports"), (int) row.get("expected"), value(row))));
    }

    /** Returns the value of a row; 0 if it is empty, which it must be exactly where nobody has reported. */
    private static int value(Map<String, Object> row) {
        assertThat(row.get("value") == null).as(row.toString()).isEqualTo((int) row.get("reports") == 0);
        return row.get("value") == null ? 0 : (int) row.get("value");
    }

    private static Optional<ModelRevision> newest(List<ModelRevision> revisions) {
        return revisions.stream().reduce((one, later) -> later);
    }

    private static Optional<ModelRevision> inForce(List<ModelRevision> revisions) {
        return with(revisions, "ACCEPTED").stream().findFirst();
    }

    private static List<ModelRevision> with(List<ModelRevision> revisions, String status) {
        return revisions.stream()
                .filter(revision -> revision.status.equals(status))
                .toList();
    }

    private static String path(Key key) {
        return "reports/" + key.agency() + "/" + key.year();
    }

    private static Map<String, Object> decision(ModelRevision revision, String decision) {
        return new HashMap<>(Map.of("revision", revision.number, "decision", decision, "comment", "意见"));
    }

    private ValidatableResponse store(String agency) {
        Map<String, Object> entry = new HashMap<>(
                Map.of("name", agency, "district", districts.get(agency), "category", "finance", "kind", "DEPARTMENT"));
        if (successors.containsKey(agency)) {
            entry.put("validTo", "2025-06-30");
            entry.put("successor", successors.get(agency));
        }
        return put("agencies/" + agency, entry);
    }

    /** A report without any warning, or with one about rules that the agency cannot make. */
    private static String report(String agency, int requests, boolean waits) {
        ObjectNode report = ((ObjectNode) ReportFiles.of("430212-finance", 2023).content()).deepCopy();
        for (String row :
                List.of("/requests/newlyReceived", "/requests/outcomes/disclosed", "/requests/outcomes/total")) {
            ((ObjectNode) report.at(row)).put("naturalPerson", requests).put("total", requests);
        }
        ((ObjectNode) report.at("/proactiveDisclosure/rules")).put("issued", waits ? 1 : 0);
        return report.put("otherMatters", agency + "：本年度未收取信息处理费。").toString();
    }
}
