package org.gongkai.security;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gongkai.testing.ForgedTokens;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The access matrix with the identity provider of the tests. */
@QuarkusTest
class AccessMatrixTest extends ServiceTest implements AccessMatrix {

    @Override
    public String token(Caller caller) {
        ForgedTokens forged = new ForgedTokens(TestIssuer.oversight(), TestIssuer.current());
        return switch (caller) {
            case ANONYMOUS -> null;
            case EXPIRED -> TestIssuer.sign(office().expiresAt(Instant.now().minusSeconds(3600)));
            case WRONG_KEY -> forged.withAnotherKey();
            case UNKNOWN_KEY -> forged.withAnUnknownKey();
            case ALG_NONE -> forged.unsigned();
            case SIGNED_WITH_PUBLIC_KEY -> forged.signedWithThePublicKey();
            case WRONG_AUDIENCE -> TestIssuer.sign(office().audience("another-service"));
            case WRONG_ISSUER -> TestIssuer.sign(office().issuer("https://another.example"));
            case GIBBERISH -> "gibberish";
            case WITHOUT_ROLE -> TestIssuer.sign(TestIssuer.claims(Set.of(), List.of(OWN)));
            case OTHER_SUBMITTER -> TestIssuer.submitter(OTHER);
            case SUBMITTER -> TestIssuer.submitter(OWN);
            case OVERSIGHT -> TestIssuer.oversight();
        };
    }

    @Override
    public void registerAgencies() {
        registerAll();
    }

    /** The provider signs with a new key. The service accepts it without a restart, and refuses the old key. */
    @Test
    void acceptsTheNextKeyOfTheProvider() {
        String old = TestIssuer.oversight();
        events(old).then().statusCode(200);

        TestIssuer.rotate("second");

        events(TestIssuer.oversight()).then().statusCode(200);
        events(old).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer error=\"invalid_token\""));
    }

    @Test
    void issuesNoLocalTokensWhenThereIsAProvider() {
        registerAll();

        post("agencies/" + OWN + "/tokens", "{}").statusCode(404).body("type", equalTo("/problems/unknown-resource"));
    }

    private static Response events(String token) {
        return AccessMatrix.request(token).get("/api/v1/events");
    }

    private static JwtClaimsBuilder office() {
        return TestIssuer.claims(Set.of("oversight"), List.of());
    }
}
