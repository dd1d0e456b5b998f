package org.gongkai.catalogue;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.gongkai.platform.ServiceTest;
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
    void tellsTotalsGroupsAndFiguresWithoutColumns() {
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
        get("rules?year=2023")
                .statusCode(200)
                .body("id", contains("T3-BALANCE", "T3-OUTCOMES", "T3-ROW-TOTAL", "T4-TOTAL"))
                .body("severity", everyItem(equalTo("ERROR")))
                .body("relations*.size()", contains(7, 7, 25, 3))
                .body("[0].relations[0].pointer", equalTo("/requests/outcomes/total/naturalPerson"))
                .body("[0].relations[0].formula.zh", equalTo("一 + 二 = 三（七） + 四"));
        get("rules").body("size()", equalTo(4));
        get("rules?year=2018").statusCode(400);
    }

    @Test
    void refusesAYearWithoutAForm() {
        get("form/2018").statusCode(404).body("type", equalTo("/problems/year-not-covered"));
        get("form/next").statusCode(400).body("parameters[0].name", equalTo("year"));
    }
}
