package org.gongkai.platform;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** The readiness of a service that is busy. */
@QuarkusTest
class DatabaseReadinessTest extends ServiceTest {

    private static final int POOL = 20;

    @Test
    void isReadyWhileAllConnectionsAreInUse() throws Exception {
        RestAssured.get("/q/health/ready").then().statusCode(200);
        List<Connection> connections = new ArrayList<>();
        try {
            for (int connection = 0; connection < POOL; connection++) {
                connections.add(connection());
            }

            RestAssured.get("/q/health/ready").then().statusCode(200);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
