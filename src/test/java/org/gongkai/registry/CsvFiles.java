package org.gongkai.registry;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;

/** Sends and fetches registers as CSV files. */
public final class CsvFiles {

    private CsvFiles() {}

    public static ValidatableResponse load(String register, String... lines) {
        return load(register, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public static ValidatableResponse load(String register, byte[] csv) {
        return RestAssured.given()
                .contentType("text/csv")
                .body(csv)
                .put("/api/v1/" + register)
                .then();
    }

    public static String export(String path) {
        byte[] csv = RestAssured.given()
                .accept("text/csv")
                .get("/api/v1/" + path)
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asByteArray();
        return new String(csv, StandardCharsets.UTF_8);
    }
}
