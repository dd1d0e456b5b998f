package org.gongkai.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.http.parameter.Labels;
import org.gongkai.problem.ParameterFault;
import org.gongkai.statistics.data.Parsed;
import org.junit.jupiter.api.Test;

class RollUpQueryParserTest {

    private final RollUpParameters parameters = new RollUpParameters();

    @Test
    void equalQueriesAreEqualRecords() {
        parameters.figure = List.of("requests.newlyReceived", "requests.outcomes");
        parameters.year = List.of("2024", "2022..2023");
        parameters.agency = List.of("b", "a");
        RollUpParameters other = new RollUpParameters();
        other.figure = List.of("requests.newlyReceived, requests.outcomes");
        other.year = List.of("2022,2023,2024");
        other.agency = List.of("a,b,a");
        other.basis = "accepted";
        other.boundaries = "as-reported";

        RollUpQuery query =
                RollUpQueryParser.parse(parameters, new RowParameters()).query();

        assertThat(query)
                .isEqualTo(RollUpQueryParser.parse(other, new RowParameters()).query());
        assertThat(query.uri("/api/v1/statistics").text())
                .isEqualTo(
                        "/api/v1/statistics?figure=requests.newlyReceived,requests.outcomes&year=2022..2024&agency=a,b");
    }

    @Test
    void theOrderOfFiguresAndKeysMatters() {
        parameters.figure = List.of("requests.newlyReceived");
        parameters.groupBy = List.of("year,agency");
        RollUpQuery query =
                RollUpQueryParser.parse(parameters, new RowParameters()).query();
        parameters.groupBy = List.of("agency,year");

        assertThat(RollUpQueryParser.parse(parameters, new RowParameters()).query())
                .isNotEqualTo(query);
    }

    @Test
    void encodesSeparatorsInValues() {
        parameters.figure = List.of("requests.newlyReceived");
        parameters.agency = List.of("a&basis=submitted#", "b 中 %2C");

        assertThat(RollUpQueryParser.parse(parameters, new RowParameters())
                        .query()
                        .uri("/")
                        .text())
                .isEqualTo("/?figure=requests.newlyReceived&agency=a%26basis=submitted%23,b%20中%20%252C");
    }

    @Test
    void collectsAllFaults() {
        parameters.figure = List.of("requests.recieved");
        parameters.groupBy = List.of("yeer");
        parameters.applicantType = List.of("person");
        parameters.year = List.of("20x1");
        parameters.basis = "draft";
        parameters.asOf = "yesterday";
        parameters.orderBy = List.of("district");
        parameters.limit = "0";
        parameters.category = List.of(",");

        Parsed<RollUpQuery> parsed = RollUpQueryParser.parse(parameters, new RowParameters());

        assertThat(parsed.isValid()).isFalse();
        assertThat(parsed.faults())
                .extracting(ParameterFault::name)
                .containsExactlyInAnyOrder(
                        "figure", "groupBy", "applicantType", "year", "basis", "asOf", "orderBy", "limit", "category");
    }

    @Test
    void acceptsFormerLabels() {
        assertThat(List.of("code", "codes")).extracting(Labels::fromString).containsOnly(Labels.CODES);
        assertThat(List.of("name", "names")).extracting(Labels::fromString).containsOnly(Labels.NAMES);
    }
}
