package org.gongkai.security.login;

import static org.hamcrest.Matchers.anEmptyMap;

import io.quarkus.test.junit.QuarkusTest;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** The login without an identity provider. */
@QuarkusTest
class LoginResourceTest extends ServiceTest {

    @Test
    void namesNoProvider() {
        get("login").statusCode(200).body("", anEmptyMap());
    }
}
