package org.gongkai.registry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are dangerous in terminals, documents or spreadsheets, in every register. */
@QuarkusTest
class RefusedNamesTest extends ServiceTest {

    @BeforeEach
    void register() {
        registerAll();
    }

    @ParameterizedTest
    @CsvSource({"0000", "0001", "000B", "007F", "0085", "FFFF", "1FFFE", "202E", "2066"})
    void unsafeCharactersAreReportedWithTheirPlace(String code) {
        String name = "𠮷" + Character.toString(Integer.parseInt(code, 16)) + "局";
        String place = "第 2 个字符 U+" + code;

        put("categories/finance", Map.of("name", name))
                .statusCode(422)
                .body("findings.pointer", contains("/name"))
                .body("findings.message", contains(containsString(place)));
        put("districts/350128", Map.of("name", name, "parent", "350100", "level", "county"))
                .statusCode(422)
                .body("findings.message", contains(containsString(place)));
        put(
                        "agencies/350128-finance",
                        Map.of(
                                "name", "某局",
                                "nameSince", "2021-05-01",
                                "formerNames", List.of(Map.of("name", name, "since", "2013-01-01")),
                                "district", "350128",
                                "category", "finance",
                                "kind", "DEPARTMENT"))
                .statusCode(422)
                .body("findings.pointer", contains("/formerNames/0/name"))
                .body("findings.message", contains(containsString(place)));
    }

    @Test
    void unsafeCharactersInFilesAreReportedWithTheirLine() {
        CsvFiles.load("categories", "code,name\r\nfinance,财\u202E政\r\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("findings.pointer", contains("/2/name"))
                .body("findings.message", contains(containsString("第 2 个字符 U+202E")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "|cmd", "﹢1", "﹣1", "﹦1", "﹫x", "'=1", "\"=1", "＝1", "‘ -1"})
    void formulasAreRefused(String name) {
        put("categories/finance", Map.of("name", name))
                .statusCode(422)
                .body("findings.pointer", contains("/name"))
                .body("findings.message", contains(containsString("公式")));
    }

    @Test
    void semicolonsAndOtherSignsWithinNamesAreAllowed() {
        put("categories/finance", Map.of("name", "a;b=c（甲|乙）")).statusCode(200);
    }
}
