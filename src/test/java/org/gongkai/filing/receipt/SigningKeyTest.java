package org.gongkai.filing.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    /** The key of RFC 8037, appendix A. */
    private static final SigningKey KEY =
            new SigningKey(Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"));

    private static final String PUBLIC = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    @Test
    void hasTheThumbprintOfTheStandard() {
        assertThat(KEY.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(KEY.publicKey()).isEqualTo(Base64.getUrlDecoder().decode(PUBLIC));
        assertThat(HexFormat.of().formatHex(KEY.privateKey())).startsWith("9d61b19d");
    }

    @Test
    void signsWhatAnotherLibraryVerifies() throws Exception {
        SigningKey key = SigningKey.generate();
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "EdDSA"));
        jws.setCompactSerialization(key.sign("{\"年度\":2024}".getBytes(StandardCharsets.UTF_8)));
        jws.setKey(PublicJsonWebKey.Factory.newPublicJwk("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey()) + "\"}")
                .getPublicKey());

        assertThat(jws.verifySignature()).isTrue();
        assertThat(jws.getPayload()).isEqualTo("{\"年度\":2024}");
        assertThat(jws.getKeyIdHeaderValue()).isEqualTo(key.id());
    }

    @Test
    void givesTheSameStatementTheSameSignature() {
        assertThat(KEY.sign(new byte[] {1})).isEqualTo(KEY.sign(new byte[] {1})).isNotEqualTo(KEY.sign(new byte[] {2}));
    }
}
