package org.gongkai.registry.agency;

import static org.gongkai.registry.CsvFiles.load;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that names are compared as a reader sees them. */
@QuarkusTest
class EqualNamesTest extends ServiceTest {

    private static final String NAME = "株洲市渌口区财政局";

    @BeforeEach
    void register() {
        registerAll();
    }

    private static ValidatableResponse agency(String code, String name, Map<String, String> members) {
        Map<String, String> entry =
                new HashMap<>(Map.of("name", name, "district", "430212", "category", "finance", "kind", "DEPARTMENT"));
        entry.putAll(members);
        return put("agencies/" + code, entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME, "株洲市渌口区 财政局", "株洲市渌⼝区财政局"})
    void warnsAboutTheNameOfAnotherAgencyOfTheDistrict(String name) {
        agency("other", name, Map.of())
                .statusCode(201)
                .body("warnings.pointer", contains("/name"))
                .body("warnings[0].message", containsString("430212-finance"));
        get("agencies/other").body("warnings.pointer", contains("/name"));
    }

    @Test
    void warnsAboutTheSameNameTwiceInAFile() {
        load(
                        "agencies",
                        "code,name,district,category,kind",
                        "one,某局（本级）,430212,finance,DEPARTMENT",
                        "two,某局(本级),430212,finance,DEPARTMENT")
                .statusCode(200)
                .body("warnings.pointer", contains("/2/name", "/3/name"))
                .body("warnings[1].message", containsString("one"));
    }

    @Test
    void allowsTheNameInAnotherDistrictOrAtAnotherTime() {
        agency("elsewhere", NAME, Map.of("district", "430281")).statusCode(201).body("warnings", nullValue());
        agency("430212-finance", NAME, Map.of("validTo", "2023-12-31")).statusCode(200);

        agency("other", NAME, Map.of("validFrom", "2023-12-31")).body("warnings.pointer", contains("/name"));
        agency("other", NAME, Map.of("validFrom", "2024-01-01")).body("warnings", nullValue());
        agency("third", NAME, Map.of("validFrom", "2020-01-01", "nameSince", "2024-06-01"))
                .body("warnings[0].message", containsString("other"));
    }

    @ParameterizedTest
    @CsvSource({"渌口区财", "渌⼝区", "渌口 区", "渌口\u200B区", "渌口区财政局"})
    void findsNamesInAnySpelling(String part) {
        get("agencies?name={part}", part).body("items.code", contains("430212-finance"));
    }

    @Test
    void findsNamesInEveryRegister() {
        put("categories/other", Map.of("name", "其他（A类）")).statusCode(201);

        get("categories?name={part}", "（a类）").body("items.code", contains("other"));
        get("districts?name={part}", "渌 口").body("items.code", contains("430212"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\uFE0F", "\u3164", "\u2028", "\u00A0", "\u2800"})
    void refusesNamesThatAreNotPrinted(String name) {
        agency("other", name, Map.of()).statusCode(422).body("findings.pointer", contains("/name"));
        agency("other", "某" + name + "局" + name, Map.of()).statusCode(422).body("findings.pointer", contains("/name"));
    }

    @ParameterizedTest
    @CsvSource({
        "11341702486344515h, 11341702486344515H",
        "' 11341702486344515H ', 11341702486344515H",
        "１１３４１７０２４８６３４４５１５Ｈ, 11341702486344515H",
        "'11341702 4863 4451 5H', 11341702486344515H",
        "\u200B11341702486344515H\u00A0, 11341702486344515H"
    })
    void storesCreditCodesInTheSpellingOfTheStandard(String given, String stored) {
        agency("430212-finance", NAME, Map.of("unifiedSocialCreditCode", given))
                .statusCode(200)
                .body("unifiedSocialCreditCode", equalTo(stored));
        agency("other", "某局", Map.of("unifiedSocialCreditCode", given.toLowerCase()))
                .statusCode(422)
                .body("findings[0].message", containsString("430212-finance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.14302E+17", "1.14302e17", "113708290043337000"})
    void saysThatASpreadsheetTurnedACreditCodeIntoANumber(String given) {
        agency("430212-finance", NAME, Map.of("unifiedSocialCreditCode", given))
                .statusCode(422)
                .body("findings.pointer", contains("/unifiedSocialCreditCode"))
                .body("findings[0].message", containsString("电子表格"));
    }
}
