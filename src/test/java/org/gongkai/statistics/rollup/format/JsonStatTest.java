package org.gongkai.statistics.rollup.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongkai.statistics.rollup.format.SampleRollUp.FEES;
import static org.gongkai.statistics.rollup.format.SampleRollUp.RECEIVED;
import static org.gongkai.statistics.rollup.format.SampleRollUp.as;
import static org.gongkai.statistics.rollup.format.SampleRollUp.row;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Language;
import org.junit.jupiter.api.Test;

class JsonStatTest {

    private static final RollUp TWO_FIGURES = SampleRollUp.of(
            List.of("year", "district", "figure"),
            row(2024, "乙", RECEIVED, "4", 2, 2),
            row(2023, "甲", FEES, "5949.088667", 1, 2),
            row(2023, "甲", RECEIVED, "12", 2, 2),
            row(2023, "乙", RECEIVED, null, 0, 0));

    @Test
    void laysOutCellsInRowMajorOrder() throws Exception {
        JsonNode dataset =
                JsonStatDatasets.read(SampleRollUp.bytes(JsonStat::write, TWO_FIGURES, as(RollUpFormat.JSONSTAT)));

        assertThat(dataset.get("id")).hasToString("[\"year\",\"district\",\"figure\"]");
        assertThat(dataset.get("size")).hasToString("[2,2,2]");
        assertThat(dataset.at("/dimension/year/category/index")).hasToString("[\"2023\",\"2024\"]");
        assertThat(dataset.at("/dimension/district/category/index")).hasToString("[\"D乙\",\"D甲\"]");
        assertThat(dataset.at("/dimension/figure/category/index"))
                .as("figures in print order")
                .hasToString("[\"" + FEES + "\",\"" + RECEIVED + "\"]");
        assertThat(dataset.get("value")).hasToString("[null,null,5949.088667,12,null,4,null,null]");
        assertThat(dataset.at("/extension/coverage/reports")).hasToString("[null,0,1,2,null,2,null,null]");
        assertThat(dataset.at("/extension/coverage/expected")).hasToString("[null,0,2,2,null,2,null,null]");
        assertThat(dataset.get("status")).hasToString("{\"1\":\"m\",\"2\":\"i\"}");
    }

    @Test
    void hasTitleNotesAndUnits() throws Exception {
        JsonNode dataset = JsonStatDatasets.read(
                SampleRollUp.bytes(JsonStat::write, TWO_FIGURES, as(RollUpFormat.JSONSTAT, null, Language.EN)));

        assertThat(dataset.get("role"))
                .hasToString("{\"time\":[\"year\"],\"geo\":[\"district\"],\"metric\":[\"figure\"]}");
        assertThat(dataset.get("updated").asText()).isEqualTo("2026-11-23T13:23:54.255294Z");
        assertThat(dataset.get("label").asText())
                .isEqualTo("Table 3 · 一、Requests newly received this year by year, district, figure");
        assertThat(dataset.at("/dimension/figure/label").asText()).isEqualTo("Figure");
        assertThat(dataset.at("/dimension/figure/category/unit/" + FEES))
                .hasToString("{\"label\":\"CNY 10,000\",\"decimals\":6}");
        assertThat(dataset.at("/dimension/figure/category/unit/" + RECEIVED))
                .hasToString("{\"label\":\"requests\",\"decimals\":0}");
        assertThat(dataset.at("/dimension/district/category/label/D甲").asText()).isEqualTo("甲");
        assertThat(dataset.get("note"))
                .extracting(JsonNode::asText)
                .contains(
                        "Table 2 · Administrative and institutional fees, amount collected this year: not on the form of"
                                + " 2019, 2020; these years are not counted");
        assertThat(dataset.at("/extension/basis").asText()).isEqualTo("accepted");
        assertThat(dataset.at("/extension/boundaries").asText()).isEqualTo("as-reported");
        assertThat(dataset.at("/extension/dataVersion").asLong()).isEqualTo(4);
        assertThat(dataset.at("/extension/query").asText())
                .isEqualTo("/api/v1/statistics?figure=requests.newlyReceived");
        assertThat(dataset.at("/extension/breaks/0/years")).hasToString("[2019,2020]");
        assertThat(dataset.at("/extension/status/label/i").asText())
                .isEqualTo("incomplete: there are fewer reports than expected");
    }

    @Test
    void alwaysHasTheFigureAsADimension() throws Exception {
        RollUp one = SampleRollUp.of(List.of(), row(2023, "甲", RECEIVED, "12", 2, 2));

        JsonNode dataset = JsonStatDatasets.read(SampleRollUp.bytes(JsonStat::write, one, as(RollUpFormat.JSONSTAT)));

        assertThat(dataset.get("id")).hasToString("[\"figure\"]");
        assertThat(dataset.get("role")).hasToString("{\"metric\":[\"figure\"]}");
        assertThat(dataset.get("value")).hasToString("[12]");
        assertThat(dataset.has("status")).isFalse();
    }

    @Test
    void isADatasetWithoutCellsWithoutRows() throws Exception {
        JsonNode dataset = JsonStatDatasets.read(
                SampleRollUp.bytes(JsonStat::write, SampleRollUp.of(List.of("year")), as(RollUpFormat.JSONSTAT)));

        assertThat(dataset.get("size")).hasToString("[0,0]");
        assertThat(dataset.get("value")).hasToString("[]");
    }

    @Test
    void usesTheLastOfSeveralNames() throws Exception {
        RollUp renamed = SampleRollUp.of(
                List.of("agency", "year"), ofAgency(2022, "国资局"), ofAgency(2024, "投促局"), ofAgency(2023, "国资局"));

        JsonNode dataset =
                JsonStatDatasets.read(SampleRollUp.bytes(JsonStat::write, renamed, as(RollUpFormat.JSONSTAT)));

        assertThat(dataset.at("/dimension/agency/category/label")).hasToString("{\"350128-investment\":\"投促局\"}");
        assertThat(dataset.get("value")).hasToString("[2022,2023,2024]");
    }

    @Test
    void treatsFiguresOnNoFormAsRatios() throws Exception {
        RollUp rates = SampleRollUp.of(
                List.of("figure"),
                row(2023, "甲", "rates.disclosure", "0.4375", 2, 2),
                row(2023, "甲", RECEIVED, "16", 2, 2));

        JsonNode dataset = JsonStatDatasets.read(SampleRollUp.bytes(JsonStat::write, rates, as(RollUpFormat.JSONSTAT)));

        assertThat(dataset.get("value")).hasToString("[16,0.4375]");
        assertThat(dataset.at("/dimension/figure/category/unit/rates.disclosure"))
                .hasToString("{\"label\":\"1\",\"decimals\":6}");
    }

    @Test
    void writesEveryDigit() {
        RollUp exact = SampleRollUp.of(List.of(), row(2023, "甲", RECEIVED, "123456789012345678.123456", 2, 2));

        assertThat(new String(
                        SampleRollUp.bytes(JsonStat::write, exact, as(RollUpFormat.JSONSTAT)), StandardCharsets.UTF_8))
                .contains("\"value\":[123456789012345678.123456]");
    }

    @Test
    void omitsEmptyCellsWhenMostAreEmpty() throws Exception {
        RollUp diagonal = SampleRollUp.of(
                List.of("district", "agency"),
                IntStream.range(0, 200).mapToObj(JsonStatTest::ofItsOwn).toArray(RollUpRow[]::new));

        JsonNode dataset =
                JsonStatDatasets.read(SampleRollUp.bytes(JsonStat::write, diagonal, as(RollUpFormat.JSONSTAT)));

        assertThat(dataset.get("size")).hasToString("[200,200,1]");
        assertThat(dataset.get("value")).hasSize(199);
        assertThat(dataset.at("/value/0").isMissingNode())
                .as("a value that is none")
                .isTrue();
        assertThat(dataset.at("/value/201").asInt()).isEqualTo(1);
        assertThat(dataset.at("/value/39999").asInt()).isEqualTo(199);
        assertThat(dataset.at("/extension/coverage/expected")).hasSize(200);
        assertThat(dataset.get("status")).hasToString("{\"0\":\"q\"}");
    }

    @Test
    void refusesACubeThatIsTooLarge() {
        RollUp diagonal = SampleRollUp.of(
                List.of("district", "agency"),
                IntStream.range(0, 4000).mapToObj(JsonStatTest::ofItsOwn).toArray(RollUpRow[]::new));

        assertThatThrownBy(() -> SampleRollUp.bytes(JsonStat::write, diagonal, as(RollUpFormat.JSONSTAT)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.TOO_MANY_ROWS));
    }

    @Test
    void isTheSameBytesEveryTime() {
        assertThat(Stream.generate(() -> SampleRollUp.bytes(JsonStat::write, TWO_FIGURES, as(RollUpFormat.JSONSTAT)))
                        .limit(2)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .distinct())
                .hasSize(1);
    }

    private static RollUpRow ofAgency(int year, String name) {
        return SampleRollUp.row(
                year, null, null, new Named("350128-investment", name), null, RECEIVED, BigDecimal.valueOf(year), 1, 1);
    }

    /** Returns a row with a district and an agency of its own; the first has no value. */
    private static RollUpRow ofItsOwn(int number) {
        String code = String.format("%04d", number);
        return SampleRollUp.row(
                null,
                new Named("D" + code, "区" + code),
                null,
                new Named("A" + code, "局" + code),
                null,
                RECEIVED,
                number == 0 ? null : BigDecimal.valueOf(number),
                1,
                1);
    }
}
