package org.gongkai.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormResourceTest extends ServiceTest {

    @Test
    void describesEveryFigure() {
        String secrets = "figures.find { it.code == 'requests.outcomes.refused.stateSecret' }.";

        ValidatableResponse form = get("form/2023").statusCode(200);

        form.body("form", equalTo("2021"))
                .body("applicantTypes.code", hasItems("naturalPerson", "otherOrganization"))
                .body("figures.cells.flatten()", hasSize(200))
                .body(secrets + "label.zh", equalTo("属于国家秘密"))
                .body(secrets + "label.en", equalTo("State secrets"))
                .body(secrets + "table", equalTo(3))
                .body(secrets + "row", equalTo("三（三）1."))
                .body(secrets + "role", equalTo("LEAF"))
                .body(secrets + "measure", equalTo("FLOW"))
                .body(secrets + "unit.code", equalTo("request"))
                .body(secrets + "cells.applicantType", hasItems("naturalPerson", "total"))
                .body(secrets + "cells[6].total", is(true));
    }

    @Test
    void distinguishesTotalsGroupsAndFiguresWithoutColumns() {
        String fees = "figures.find { it.code == 'proactiveDisclosure.administrativeFees' }.";

        get("form/2021")
                .body("figures.find { it.code == 'requests.carriedOver' }.measure", equalTo("STOCK"))
                .body("figures.find { it.code == 'requests.outcomes.total' }.role", equalTo("TOTAL"))
                .body("figures.find { it.code == 'requests' }.additive", is(false))
                .body(fees + "unit.label.zh", equalTo("万元"))
                .body(fees + "cells.applicantType", contains(nullValue()))
                .body("figures.findAll { it.table == 4 }.unit.code", everyItem(equalTo("case")));
    }

    @Test
    void publishesTheRuleBook() {
        String balance = "find { it.id == 'T3-BALANCE' }.";

        get("rules?year=2023")
                .statusCode(200)
                .body(
                        "id",
                        contains(
                                "T3-BALANCE",
                                "T3-OUTCOMES",
                                "T3-ROW-TOTAL",
                                "T4-TOTAL",
                                "CARRY-OVER",
                                "IN-FORCE",
                                "FIGURE-JUMP",
                                "FIGURE-UNUSUAL",
                                "RULE-MAKING",
                                "SUCCESSION",
                                "REPORT-COPIED",
                                "CONSOLIDATION",
                                "TEXT-REQUESTS",
                                "TEXT-DISPUTES",
                                "TEXT-FEES",
                                "TEXT-YEAR",
                                "TEXT-COPIED",
                                "TEXT-MISSING",
                                "LATE",
                                "FEE-NOTICE",
                                "TEXT-ELSEWHERE"))
                .body("findAll { it.severity == 'ERROR' }.relations*.size()", contains(7, 7, 25, 3))
                .body(balance + "basis.zh", containsString("国办公开办函〔2021〕30号"))
                .body(balance + "formula.zh", equalTo("一 + 二 = 三（七） + 四"))
                .body(balance + "relations[0].pointer", equalTo("/requests/outcomes/total/naturalPerson"))
                .body("find { it.id == 'CARRY-OVER' }.relations", hasSize(7))
                .body("find { it.id == 'CARRY-OVER' }.formula.zh", equalTo("二 = 上年四"));
        get("rules").body("size()", equalTo(21));
        get("rules?year=2018").statusCode(400);
    }

    @Test
    void publishesThe2019FormAndTheRulesThatApplyToIt() {
        String decisions = "figures.find { it.code == 'proactiveDisclosure.licensingDecisions' }.";
        String inForce = "figures.find { it.code == 'proactiveDisclosure.rules.totalDisclosed' }.";

        get("form/2020")
                .body("form", equalTo("2019"))
                .body("figures.cells.flatten()", hasSize(22 + 161 + 15))
                .body(decisions + "forms", contains("2019", "2021"))
                .body(inForce + "forms", contains("2019"))
                .body(inForce + "measure", equalTo("STOCK"));
        get("rules?year=2020")
                .body("find { it.id == 'T3-ROW-TOTAL' }.relations", hasSize(23))
                .body("find { it.id == 'T3-BALANCE' }.basis.zh", containsString("国办公开办函〔2019〕60号"))
                .body("id", not(hasItem("IN-FORCE")));
    }

    @Test
    void refusesYearsWithoutAForm() {
        get("form/2018").statusCode(404).body("type", equalTo("/problems/year-not-covered"));
        get("form/next").statusCode(400).body("parameters[0].name", equalTo("year"));
    }
}
