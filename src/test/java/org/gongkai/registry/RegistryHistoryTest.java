package org.gongkai.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests names, dates and successors of agencies and districts, and the audit log of changes. */
@QuarkusTest
class RegistryHistoryTest extends ServiceTest {

    private static final String AGENCY = "agencies/430212-finance";
    private static final String NAME = "株洲市渌口区财政局";

    @BeforeEach
    void register() {
        registerAll();
    }

    private static ValidatableResponse change(Map<String, ?> members) {
        Map<String, Object> entry =
                new HashMap<>(Map.of("name", NAME, "district", "430212", "category", "finance", "kind", "DEPARTMENT"));
        entry.putAll(members);
        return put(AGENCY, entry);
    }

    private static Map<String, String> former(String name, String since) {
        return since == null ? Map.of("name", name) : Map.of("name", name, "since", since);
    }

    @Test
    void keepsThePreviousName() {
        change(Map.of("name", "甲局", "nameSince", "2020-01-01")).statusCode(200);
        change(Map.of("name", "乙局", "nameSince", "2022-01-01")).statusCode(200);

        get(AGENCY)
                .body("name", equalTo("乙局"))
                .body("nameSince", equalTo("2022-01-01"))
                .body("formerNames.name", contains(NAME, "甲局"))
                .body("formerNames.since", contains(nullValue(), equalTo("2020-01-01")));
    }

    @Test
    void treatsANameWithoutALaterDayAsACorrection() {
        change(Map.of("name", "甲局", "nameSince", "2020-01-01")).statusCode(200);
        change(Map.of("name", "乙局")).statusCode(200);
        change(Map.of("name", "丙局", "nameSince", "2020-01-01")).statusCode(200);

        get(AGENCY)
                .body("name", equalTo("丙局"))
                .body("nameSince", equalTo("2020-01-01"))
                .body("formerNames.name", contains(NAME));
    }

    /** A client reads, changes and writes an entry, and writes it again because it received no answer. */
    @Test
    void keepsEveryName_whenARenamingRepeatsTheList() {
        change(Map.of("name", "甲局", "nameSince", "2020-01-01")).statusCode(200);
        List<Map<String, String>> names = List.of(former(NAME, null));
        for (int time = 0; time < 2; time++) {
            change(Map.of("name", "乙局", "nameSince", "2022-01-01", "formerNames", names))
                    .statusCode(200)
                    .body("formerNames.name", contains(NAME, "甲局"));
        }
    }

    @Test
    void storesGivenFormerNames_inOrder() {
        change(Map.of(
                        "nameSince",
                        "2020-01-01",
                        "formerNames",
                        List.of(former("甲局", null), former("乙局", "2010-01-01"))))
                .statusCode(200)
                .body("formerNames.name", contains("甲局", "乙局"));
        change(Map.of("nameSince", "2020-01-01", "formerNames", List.of()))
                .statusCode(200)
                .body("formerNames", nullValue());
        change(Map.of(
                        "nameSince",
                        "2010-01-01",
                        "formerNames",
                        List.of(former("甲局", "2010-01-01"), former("", "2009-01-01"))))
                .statusCode(422)
                .body("findings.pointer", contains("/formerNames/1/name", "/formerNames/1/since"));
        change(Map.of("formerNames", List.of(former("甲局", null))))
                .statusCode(422)
                .body("findings.pointer", contains("/nameSince"));
        put(AGENCY, "{\"formerNames\": [null]}")
                .statusCode(422)
                .body(
                        "findings.pointer",
                        contains("/name", "/kind", "/district", "/category", "/formerNames/0", "/nameSince"));
    }

    @Test
    void requiresAnEndAfterTheBeginning_andForASuccessor() {
        change(Map.of("validFrom", "2020-01-01", "validTo", "2019-12-31"))
                .statusCode(422)
                .body("findings.pointer", contains("/validTo"))
                .body("findings[0].message", containsString("2020-01-01"));
        change(Map.of("successor", "350128-finance")).statusCode(422).body("findings.pointer", contains("/validTo"));
        change(Map.of("validTo", "2023-12-31", "successor", "nobody"))
                .statusCode(422)
                .body("findings.pointer", contains("/successor"));
        change(Map.of("validFrom", "2020-01-01", "validTo", "2020-01-01", "successor", "350128-finance"))
                .statusCode(200)
                .body("successor", equalTo("350128-finance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345-01-01", "0000-01-01", "-0001-01-01", "+999999999-01-01"})
    void requiresYearsOfFourDigits(String date) {
        for (String field : List.of("nameSince", "validFrom", "validTo")) {
            change(Map.of(field, date)).statusCode(422).body("findings.pointer", contains("/" + field));
        }
    }

    @Test
    void refusesCyclesOfSuccessors() {
        change(Map.of("validTo", "2023-12-31", "successor", "430212-finance"))
                .statusCode(422)
                .body("findings.pointer", contains("/successor"));
        put("districts/430000", Map.of("name", "湖南省", "validTo", "2020-01-01", "successor", "320000"))
                .statusCode(200);
        put("districts/320000", Map.of("name", "江苏省", "validTo", "2020-01-01", "successor", "310000"))
                .statusCode(200);
        put("districts/310000", Map.of("name", "上海市", "validTo", "2020-01-01", "successor", "430000"))
                .statusCode(422)
                .body("findings.pointer", contains("/successor"))
                .body("findings[0].message", containsString("成环"));
        put("districts/new", Map.of("name", "新区", "level", "city", "validTo", "2020-01-01", "successor", "new"))
                .statusCode(422)
                .body("findings.message", contains(containsString("成环")));
    }

    @Test
    void refusesACreditCodeOfAnotherAgency() {
        change(Map.of("unifiedSocialCreditCode", "113708290043337186")).statusCode(200);
        put(
                        "agencies/other",
                        Map.of(
                                "name",
                                "某局",
                                "district",
                                "430212",
                                "category",
                                "finance",
                                "kind",
                                "DEPARTMENT",
                                "unifiedSocialCreditCode",
                                "113708290043337186"))
                .statusCode(422)
                .body("findings.pointer", contains("/unifiedSocialCreditCode"))
                .body("findings[0].message", containsString("430212-finance"));
        change(Map.of("unifiedSocialCreditCode", "11330100MA27XW1300"))
                .statusCode(422)
                .body("findings.pointer", contains("/unifiedSocialCreditCode"));
        change(Map.of("unifiedSocialCreditCode", "1\u0000"))
                .statusCode(422)
                .body("findings.pointer", contains("/unifiedSocialCreditCode"));
    }

    @Test
    void recordsThePreviousAndTheNewState() {
        change(Map.of("name", "甲局", "nameSince", "2020-01-01")).statusCode(200);

        List<Map<String, Object>> events = get("events?limit=1000").extract().path("items");
        Map<String, Object> last = events.get(events.size() - 1);
        assertThat(last)
                .containsEntry("type", "AGENCY_CHANGED")
                .containsEntry("subject", AGENCY)
                .containsEntry("agency", "430212-finance")
                .containsKey("address");
        assertThat(last.get("before"))
                .asInstanceOf(MAP)
                .containsEntry("name", NAME)
                .doesNotContainKey("nameSince");
        assertThat(last.get("after"))
                .asInstanceOf(MAP)
                .containsEntry("name", "甲局")
                .containsEntry("formerNames", List.of(Map.of("name", NAME)));
        assertThat(events.get(0)).doesNotContainKey("before").containsEntry("type", "DISTRICT_CHANGED");
    }

    @Test
    void recordsNothingWhenNothingChanges() throws SQLException {
        long events = count("select count(*) from event");

        change(Map.of()).statusCode(200);
        put("districts/430212", Map.of("name", "渌口区", "parent", "430200")).statusCode(200);
        put("categories/finance", Map.of("name", "财政")).statusCode(200);

        assertThat(count("select count(*) from event")).isEqualTo(events);
    }

    @Test
    void limitsTheNumberOfFormerNamesAndSuccessors() {
        List<Map<String, String>> names = Stream.iterate(LocalDate.of(1900, 1, 1), day -> day.plusYears(1))
                .limit(101)
                .map(day -> former("局" + day.getYear(), day.toString()))
                .toList();
        change(Map.of("formerNames", names, "nameSince", "2020-01-01"))
                .statusCode(422)
                .body("findings.pointer", contains("/formerNames"))
                .body("findings.message", contains("最多 100 项"));
        change(Map.of("formerNames", names.subList(0, 100), "nameSince", "2020-01-01"))
                .statusCode(200);

        List<String> codes = Stream.iterate(1, number -> number + 1)
                .limit(101)
                .map(number -> "successor-" + number)
                .toList();
        change(Map.of("successors", codes, "validTo", "2020-12-31"))
                .statusCode(422)
                .body("findings.pointer", hasItem("/successors"));
    }
}
