package org.gongkai.statistics.rollup;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants are read in the notation of RFC 3339 only. */
@QuarkusTest
class AsOfNotationTest extends ServiceTest {

    private static final String QUERY = "statistics?figure=requests.newlyReceived&year=2024&";
    private static final List<String> PATHS = List.of(
            QUERY,
            "reports/350128-police/2024?",
            "consolidated-reports/2024?district=350128&",
            "cycles/2024/completeness?");

    @BeforeEach
    void register() {
        registerAll();
        put("cycles/2024", "{}").statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "10000-01-01T00:00:00Z",
                "2025-01-01T00:00Z",
                "2025-01-01T00:00:00",
                "2025-01-01T00:00:00+08",
                "2025-01-01T00:00:00+08:00:30",
                "2025-01-01T00:00:00+18:01",
                "2025-01-01T00:00:00+24:00",
                "2025-01-01T00:00:00+08:60",
                "2025-01-01T24:00:00Z",
                "2025-02-30T00:00:00Z",
                "2025-01-01T00:00:60Z",
                "2025-01-01T00:00:00.Z",
                "2025-01-01T00:00:00,5Z",
                "2025-01-01T00:00:00.1234567890Z",
                "2025-01-01",
                "２０２５-01-01T00:00:00Z",
                " 2025-01-01T00:00:00Z"
            })
    void refusesEveryOtherNotation(String instant) {
        for (String path : PATHS) {
            get(path + "asOf={instant}", instant)
                    .statusCode(400)
                    .body("parameters[0].name", equalTo("asOf"))
                    .body("parameters[0].message", containsString("RFC 3339"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T16:00:00Z, 2025-12-31T16:00:00Z",
        "2026-01-01T00:00:00+08:00, 2025-12-31T16:00:00Z",
        "2025-12-31t16:00:00.5z, 2025-12-31T16:00:00.500Z",
        "2025-12-31T16:00:00.123456789Z, 2025-12-31T16:00:00.123456Z",
        "2025-12-31T16:00:00-00:00, 2025-12-31T16:00:00Z",
        "2026-01-01T10:00:00+18:00, 2025-12-31T16:00:00Z",
        "2025-12-30T22:00:00-18:00, 2025-12-31T16:00:00Z",
        "0000-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void readsEveryNotationOfRfc3339(String instant, String answered) {
        get(QUERY + "asOf={instant}", instant).statusCode(200).body("asOf", equalTo(answered));
    }
}
