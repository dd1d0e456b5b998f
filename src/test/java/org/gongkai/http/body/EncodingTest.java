package org.gongkai.http.body;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that bodies and addresses must be UTF-8, and that the nesting of JSON is limited. */
@QuarkusTest
class EncodingTest extends ServiceTest {

    private static ValidatableResponse send(String path, byte[] json) {
        return RestAssured.given()
                .contentType("application/json")
                .body(json)
                .put("/api/v1/" + path)
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "categories/finance, GBK",
        "categories/finance, UTF-16",
        "categories/finance, UTF-16LE",
        "categories/finance, UTF-32BE",
        "reports/430212-finance/2023, GBK",
        "reports/430212-finance/2023, UTF-16BE",
        "reports/430212-finance/2023, UTF-32LE"
    })
    void refusesOtherEncodings(String path, String charset) {
        registerAll();

        send(path, "{\"name\": \"财政\"}".getBytes(Charset.forName(charset)))
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"))
                .body("detail", equalTo("不是 UTF-8 编码"));
    }

    /** An overlong encoding, an incomplete character, a surrogate and an invalid byte: JSON parsers accept some of these. */
    @ParameterizedTest
    @ValueSource(strings = {"C0 AF", "E8 B4", "ED A0 80", "FF"})
    void refusesMalformedUtf8(String octets) {
        byte[] json = "{\"name\": \"??????\"}".getBytes(StandardCharsets.US_ASCII);
        int at = 10;
        for (String octet : octets.split(" ")) {
            json[at++] = (byte) Integer.parseInt(octet, 16);
        }

        send("categories/finance", json).statusCode(400).body("detail", equalTo("不是 UTF-8 编码"));
    }

    @Test
    void ignoresAByteOrderMark() {
        send("categories/finance", "\uFEFF{\"name\": \"财政\"}".getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("name", equalTo("财政"));
    }

    @ParameterizedTest
    @CsvSource({"categories?name=%FF, name", "categories?name=%B2%C6, name", "categories/a%FFb, code"})
    void refusesAddressesThatAreNotUtf8(String address, String parameter) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/api/v1/" + address)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("parameters.name", contains(parameter))
                .body("parameters[0].message", equalTo("不是 UTF-8 编码"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ",,,", "en;q=x", "x-"})
    void answersInChineseWhenTheLanguageIsMalformed(String language) {
        RestAssured.given()
                .header("Accept-Language", language)
                .get("/api/v1/categories/none")
                .then()
                .statusCode(404)
                .header("Content-Language", equalTo("zh"));
    }

    @Test
    void refusesAMalformedContentType() {
        RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("json", ContentType.TEXT)))
                .header("Content-Type", "json")
                .body("{}")
                .put("/api/v1/categories/finance")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-header"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"categories/finance", "reports/430212-finance/2023"})
    void refusesTooDeepNesting(String path) {
        registerAll();

        send(path, ("{\"x\": " + "[".repeat(64) + "]".repeat(64) + "}").getBytes(StandardCharsets.US_ASCII))
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"))
                .body("detail", containsString("嵌套"));
        send(path, ("{\"x\": " + "[".repeat(63) + "]".repeat(63) + "}").getBytes(StandardCharsets.US_ASCII))
                .statusCode(422);
    }

    @Test
    void checksItemsOfABatchInTheSameWay() {
        registerAll();
        String deep = "{\"agency\": " + "[".repeat(64) + "]".repeat(64) + "}\n";

        RestAssured.given()
                .contentType("application/x-ndjson")
                .body((deep + "{\"agency\": \"财政\"}").getBytes(Charset.forName("GBK")))
                .post("/api/v1/reports")
                .then()
                .statusCode(200)
                .body(containsString("嵌套"))
                .body(containsString("不是 UTF-8 编码"));
    }
}
