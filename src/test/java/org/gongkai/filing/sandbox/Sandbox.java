package org.gongkai.filing.sandbox;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.TestIssuer;

/** Calls the service with the token of a vendor for the sandbox. */
record Sandbox(String holder, String token) {

    static final String REASON = "表三第二行误填，现予更正";

    static Sandbox of(String holder, String... agencies) {
        return new Sandbox(
                holder,
                TestIssuer.sign(TestIssuer.claims(Set.of("submitter"), List.of(agencies))
                        .subject(holder)
                        .claim("sandbox", true)));
    }

    RequestSpecification request() {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    ValidatableResponse get(String path) {
        return request().get("/api/v1/" + path).then();
    }

    ValidatableResponse put(String path, Object body) {
        return request().body(body).put("/api/v1/" + path).then();
    }

    ValidatableResponse post(String path, Object body) {
        return request().body(body).post("/api/v1/" + path).then();
    }

    ValidatableResponse delete(String path) {
        return request().delete("/api/v1/" + path).then();
    }

    ValidatableResponse submit(RealReport report) {
        return put(
                "reports/" + report.agency() + "/" + report.year(),
                report.content().toString());
    }

    ValidatableResponse correct(String path, Object body) {
        return request()
                .queryParam("changeReason", REASON)
                .body(body)
                .put("/api/v1/" + path)
                .then();
    }
}
