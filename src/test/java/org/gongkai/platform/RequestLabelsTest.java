package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.regex.Pattern;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** The labels of the metrics about requests. */
@QuarkusTest
class RequestLabelsTest extends ServiceTest {

    private static final Pattern METHOD = Pattern.compile("method=\"([^\"]*)\"");

    @Test
    void containOnlyKnownMethods() throws Exception {
        for (String method : new String[] {"INVENTED", "get", "X".repeat(3_800)}) {
            for (String path : new String[] {"/x", "/api/v1/agencies", "/q/health/live"}) {
                RawHttp.send(method + " " + path);
            }
        }
        RestAssured.get("/api/v1/agencies").then().statusCode(200);

        String metrics = RestAssured.get("/q/metrics").asString();

        assertThat(METHOD.matcher(metrics)
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .contains("OTHER", "GET")
                .isSubsetOf("OTHER", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    }
}
