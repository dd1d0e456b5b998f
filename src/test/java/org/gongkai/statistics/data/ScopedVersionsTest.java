package org.gongkai.statistics.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.Seeds;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A change gives another entity tag to the answers about its years and districts, and to no others. */
@QuarkusTest
class ScopedVersionsTest extends ServiceTest {

    private static final List<String> COUNTIES = List.of("430111", "430112", "430211", "430212");
    private static final List<String> AGENCIES = List.of("a-111", "a-112", "a-211", "a-212");

    /** The content of all reports, unless a test changes it. */
    private static final ObjectNode CONTENT =
            (ObjectNode) ReportFiles.of("430212-finance", 2023).content();

    private static final List<Question> QUESTIONS = questions();

    private final Map<String, Map<String, String>> agencies = new HashMap<>();

    @Inject
    AgroalDataSource dataSource;

    /**
     * A question.
     *
     * @param query the query
     * @param scope the data that its answer depends on
     */
    private record Question(String query, DataScope scope) {

        boolean isConsolidated() {
            return query.startsWith("consolidated");
        }

        /** Returns whether its years are those with reports at the time, which the scope does not name. */
        boolean followsReportYears() {
            return scope.years().isEmpty() && !scope.districts().isEmpty();
        }

        boolean isAbout(Set<Integer> years, Set<String> districts) {
            return meets(scope.years(), years) && meets(scope.districts(), districts);
        }

        /** Returns whether two parts meet; an empty one stands for everything. */
        private static <T> boolean meets(Set<T> one, Set<T> other) {
            return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
        }

        /** Asks for an answer that may be in the cache. */
        Response ask() {
            return RestAssured.given().noFilters().get("/api/v1/" + query);
        }

        /** Asks a question with the same answer that has never been asked, so that it is in no cache. */
        Response askAfresh(long unique) {
            return isConsolidated()
                    ? RestAssured.given()
                            .noFilters()
                            .header("Authorization", "Bearer " + TestIssuer.submitter("none-" + unique))
                            .get("/api/v1/" + query)
                    : RestAssured.given().noFilters().get("/api/v1/" + query + "&limit=" + (90_000 + unique));
        }
    }

    /** A change, and the years and districts that it is about. */
    private enum Change {
        REPORT(Set.of(2022), inCity("430211")) {
            @Override
            void make(ScopedVersionsTest test) {
                test.report("a-211", 2022, 7);
            }
        },
        WITHDRAWAL(Set.of(2023), inCity("430211")) {
            @Override
            void make(ScopedVersionsTest test) {
                withdraw("a-211", 2023);
            }
        },
        EXEMPTION(Set.of(2023), inCity("430212")) {
            @Override
            void make(ScopedVersionsTest test) {
                put("cycles/2023/obligations/a-212", Map.of("exempt", true, "reason", "合并报送"))
                        .statusCode(200);
            }
        },
        LINE_OF_ROSTER(Set.of(2023), inCity("430211")) {
            @Override
            void make(ScopedVersionsTest test) {
                put("cycles/2023/obligations/late", Map.of("reason", "漏登")).statusCode(201);
            }
        },
        DEADLINE(Set.of(2023), Set.of()) {
            @Override
            void make(ScopedVersionsTest test) {
                put("cycles/2023", Map.of("departmentDeadline", "2024-11-30")).statusCode(200);
            }
        },
        OPENING(Set.of(2022), Set.of()) {
            @Override
            void make(ScopedVersionsTest test) {
                put("cycles/2022", "{}").statusCode(201);
            }
        },
        NAME_OF_AGENCY(Set.of(), inCity("430111")) {
            @Override
            void make(ScopedVersionsTest test) {
                test.change("a-111", "name", "新局").statusCode(200);
            }
        },
        DISTRICT_OF_AGENCY(Set.of(), Set.of("430000", "430200", "430211", "430212")) {
            @Override
            void make(ScopedVersionsTest test) {
                test.change("a-211", "district", "430212").statusCode(200);
            }
        },
        KIND_OF_AGENCY(Set.of(), Set.of()) {
            @Override
            void make(ScopedVersionsTest test) {
                test.change("a-211", "kind", "GOVERNMENT").statusCode(200);
            }
        },
        NEW_AGENCY(Set.of(), inCity("430112")) {
            @Override
            void make(ScopedVersionsTest test) {
                test.agencies.put("new", entry("new", "430112"));
                test.store("new").statusCode(201);
            }
        },
        NAME_OF_CATEGORY(Set.of(), Set.of()) {
            @Override
            void make(ScopedVersionsTest test) {
                put("categories/finance", Map.of("name", "财务")).statusCode(200);
            }
        },
        NAME_OF_DISTRICT(Set.of(), Set.of()) {
            @Override
            void make(ScopedVersionsTest test) {
                put("districts/430111", Map.of("name", "新区", "parent", "430100"))
                        .statusCode(200);
            }
        },
        MOVE_OF_DISTRICT(Set.of(), Set.of()) {
            @Override
            void make(ScopedVersionsTest test) {
                put("districts/430111", Map.of("name", "区划430111", "parent", "430200"))
                        .statusCode(200);
            }
        };

        private final Set<Integer> years;
        private final Set<String> districts;

        Change(Set<Integer> years, Set<String> districts) {
            this.years = years;
            this.districts = districts;
        }

        abstract void make(ScopedVersionsTest test);

        private static Set<String> inCity(String county) {
            return Set.of(county, county.substring(0, 4) + "00", "430000");
        }
    }

    @BeforeEach
    void register() {
        AGENCIES.forEach(agency -> agencies.put(agency, entry(agency, "430" + agency.substring(2))));
        agencies.put("late", entry("late", "430211"));
        fixture("scopes", this::store);
    }

    private void store() {
        put("districts/430000", Map.of("name", "湖南省")).statusCode(201);
        for (String city : List.of("430100", "430200")) {
            district(city, "430000");
        }
        COUNTIES.forEach(county -> district(county, county.substring(0, 4) + "00"));
        for (String category : List.of("finance", "police")) {
            put("categories/" + category, Map.of("name", category)).statusCode(201);
        }
        AGENCIES.forEach(agency -> store(agency).statusCode(201));
        put("cycles/2023", "{}").statusCode(201);
        store("late").statusCode(201);
        for (int year : List.of(2022, 2023)) {
            AGENCIES.forEach(agency -> report(agency, year, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void movesTheTagsOfItsScope(Change change) {
        Map<Question, String> before = tags(question -> true);

        change.make(this);

        for (Question question : QUESTIONS) {
            String tag = question.ask().header("ETag");
            if (question.isAbout(change.years, change.districts)) {
                assertThat(tag).as(question.query).isNotEqualTo(before.get(question));
            } else {
                assertThat(tag).as(question.query).isEqualTo(before.get(question));
            }
        }
    }

    @Test
    void answersFromTheCacheAfterAChangeElsewhere() throws SQLException {
        Question lukou = question(2023, "430212");
        Response first = lukou.ask();
        report("a-111", 2022, 5);
        execute("alter table fact rename to hidden");
        try {
            assertThat(lukou.ask().asString()).isEqualTo(first.asString());
            assertThat(question(2022, "430111").ask().statusCode()).isEqualTo(500);
        } finally {
            execute("alter table hidden rename to fact");
        }
    }

    @Test
    void movesTheTagOfAConsolidatedReportWithAnExplanation() {
        report("a-211", 2021, 1);
        Map<Question, String> before = tags(Question::isConsolidated);
        Map<String, Object> warning =
                get("consolidated-reports/2022?district=430211").extract().path("openWarnings[0]");

        post(
                        "reports/a-211/2022/explanations",
                        List.of(Map.of(
                                "rule", warning.get("rule"), "pointer", warning.get("pointer"), "reason", "清理后自然失效")))
                .statusCode(200);

        before.forEach((question, tag) -> {
            boolean isMoved = question.isAbout(Set.of(2022), Set.of("430211", "430200", "430000"));
            assertThat(question.ask().header("ETag").equals(tag))
                    .as(question.query)
                    .isNotEqualTo(isMoved);
        });
    }

    /** The warnings about a year are checked again when the report of the year before comes into force. */
    @Test
    void movesTheTagOfAConsolidatedReportWithTheReportOfTheYearBefore() {
        String query = "consolidated-reports/2022?district=430211";
        Response before = get(query).extract().response();
        ObjectNode content = CONTENT.deepCopy();
        ((ObjectNode) content.at("/proactiveDisclosure/normativeDocuments")).put("inForce", 77);

        putInForce(new RealReport("a-211", 2021, content));

        Response after = get(query).extract().response();
        assertThat(after.<List<String>>path("openWarnings.rule")).contains("IN-FORCE");
        assertThat(before.<List<String>>path("openWarnings.rule")).doesNotContain("IN-FORCE");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    /** An answer as of the instant of the last change has the same version. */
    @Test
    void givesAnInstantTheSameVersion() throws SQLException {
        report("a-211", 2022, 3);
        String instant = now();
        Map<Question, Long> then =
                QUESTIONS.stream().collect(Collectors.toMap(question -> question, question -> version(question.ask())));
        report("a-211", 2022, 4);
        put("categories/finance", Map.of("name", "财务")).statusCode(200);

        then.forEach((question, version) -> {
            String join = question.query.contains("?") ? "&" : "?";
            Response atInstant =
                    get(question.query + join + "asOf=" + instant).extract().response();
            assertThat(version(atInstant)).as(question.query).isEqualTo(version);
        });
    }

    /**
     * Two replicas that read the log at different times give each answer the same version. An answer from the cache is
     * the same as one that is computed, and equal tags always mean equal bytes.
     */
    @Tag("thorough")
    @ParameterizedTest
    @MethodSource(Seeds.OF_HISTORIES)
    void isNeverStaleInARandomHistory(long seed) throws SQLException {
        Random random = new Random(seed);
        DataState other = new DataState(dataSource);
        Map<String, String> bodies = new HashMap<>();
        for (int step = 0; step < 12; step++) {
            String change = change(random, step);
            if (random.nextBoolean()) {
                other.read();
            }
            for (Question question : asked(random)) {
                String as = "seed %d, step %d, after %s: %s".formatted(seed, step, change, question.query);
                Response answer = question.ask();
                assertThat(answer.statusCode()).as(as).isEqualTo(200);
                String body = answer.asString();
                assertThat(body)
                        .as(as)
                        .isEqualTo(question.askAfresh(seed * 100 + step).asString());
                assertThat(bodies.merge(answer.header("ETag"), body, (known, now) -> known))
                        .as(as)
                        .isEqualTo(body);
                if (question.followsReportYears()) {
                    continue;
                }
                assertThat(other.read().version(question.scope).number()).as(as).isEqualTo(version(answer));
            }
        }
    }

    /** Returns the version of an answer, which the parser gives as one of several types by its size. */
    private static long version(Response answer) {
        return answer.<Number>path("dataVersion").longValue();
    }

    private static List<Question> asked(Random random) {
        return QUESTIONS.stream().filter(question -> random.nextInt(3) > 0).toList();
    }

    private String change(Random random, int step) {
        String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
        String county = COUNTIES.get(random.nextInt(COUNTIES.size()));
        int year = 2021 + random.nextInt(4);
        switch (random.nextInt(10)) {
            case 0 ->
                put("districts/" + county, Map.of("name", "区划" + step, "parent", "430" + (1 + step % 2) + "00"))
                        .statusCode(200);
            case 1 -> change(agency, "district", county).statusCode(200);
            case 2 -> change(agency, "name", "局" + step).statusCode(200);
            case 3 ->
                change(agency, "category", random.nextBoolean() ? "finance" : "police")
                        .statusCode(200);
            case 4 -> put("cycles/2022", "{}");
            case 5 ->
                put("cycles/2023/obligations/" + agency, Map.of("exempt", random.nextBoolean(), "reason", "第" + step));
            case 6 -> withdraw(agency, Math.min(year, 2023));
            case 7 ->
                change(agency, "kind", random.nextBoolean() ? "GOVERNMENT" : "DEPARTMENT")
                        .statusCode(200);
            default -> report(agency, year, step + 2);
        }
        return "a change of " + agency + ", " + county + " or " + year;
    }

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        List<String> districts = new ArrayList<>(List.of("430000", "430100", "430200", ""));
        districts.addAll(COUNTIES);
        for (String district : districts) {
            for (int year : List.of(2022, 2023)) {
                questions.add(question(year, district));
                questions.add(new Question(
                        "consolidated-reports/" + year + (district.isEmpty() ? "" : "?district=" + district),
                        scope(Set.of(year), district)));
            }
        }
        String rollUp = "statistics?figure=proactiveDisclosure.licensingDecisions&groupBy=agency,category,district";
        questions.add(new Question(rollUp + "&level=city&district=430200", scope(Set.of(), "430200")));
        questions.add(new Question(rollUp + "&year=2023&district=430200&boundaries=current", DataScope.EVERYTHING));
        questions.add(new Question(
                rollUp + "&year=2023&district=430111&stats=change",
                new DataScope(Set.of(2022, 2023), Set.of("430111"))));
        questions.add(new Question(
                rollUp + "&year=2022..2023&district=430111,430200",
                new DataScope(Set.of(2022, 2023), Set.of("430111", "430200"))));
        return questions;
    }

    private static Question question(int year, String district) {
        return new Question(
                "statistics?figure=proactiveDisclosure.licensingDecisions&groupBy=agency,category,district&year=" + year
                        + (district.isEmpty() ? "" : "&district=" + district),
                scope(Set.of(year), district));
    }

    private static DataScope scope(Set<Integer> years, String district) {
        return new DataScope(years, district.isEmpty() ? Set.of() : Set.of(district));
    }

    private static Map<Question, String> tags(Predicate<Question> which) {
        Map<Question, String> tags = new LinkedHashMap<>();
        QUESTIONS.stream()
                .filter(which)
                .forEach(question -> tags.put(question, question.ask().header("ETag")));
        return tags;
    }

    private static void district(String code, String parent) {
        put("districts/" + code, Map.of("name", "区划" + code, "parent", parent)).statusCode(201);
    }

    private static Map<String, String> entry(String agency, String district) {
        return new HashMap<>(Map.of("name", agency, "district", district, "category", "finance", "kind", "DEPARTMENT"));
    }

    private ValidatableResponse store(String agency) {
        return put("agencies/" + agency, agencies.get(agency));
    }

    private ValidatableResponse change(String agency, String member, String value) {
        agencies.get(agency).put(member, value);
        return store(agency);
    }

    /** Puts a report in force, with a number that tells it from others. */
    private void report(String agency, int year, int licensingDecisions) {
        ObjectNode content = CONTENT.deepCopy();
        ((ObjectNode) content.at("/proactiveDisclosure")).put("licensingDecisions", licensingDecisions);
        putInForce(new RealReport(agency, year, content));
    }

    /** Withdraws the revision in force, if there is one. */
    private static void withdraw(String agency, int year) {
        Response inForce = RestAssured.get("/api/v1/reports/" + agency + "/" + year);
        if (inForce.statusCode() == 200) {
            post(
                            "reports/" + agency + "/" + year + "/decisions",
                            Map.of(
                                    "revision",
                                    revision(inForce),
                                    "decision",
                                    "WITHDRAW",
                                    "comment",
                                    "报错年度",
                                    "reinstatePrevious",
                                    false))
                    .statusCode(200);
        }
    }

    /** Returns the number that the entity tag begins with. */
    private static int revision(Response inForce) {
        String tag = inForce.header("ETag");
        return Integer.parseInt(tag.substring(1, tag.indexOf('-')));
    }
}
