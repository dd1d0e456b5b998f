package org.gongkai.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Tokens that a stranger can make from a genuine token.
 *
 * @param genuine the genuine token, whose claims they have
 * @param key the public key of the provider
 */
public record ForgedTokens(String genuine, RsaJsonWebKey key) {

    /** Returns a token signed with another key that pretends to be that of the provider. */
    public String withAnotherKey() {
        return signed(TestIssuer.generate(key.getKeyId()));
    }

    /** Returns a token signed with a key that the provider does not have. */
    public String withAnUnknownKey() {
        return signed(TestIssuer.generate("unknown"));
    }

    /** Returns a token without a signature. */
    public String unsigned() {
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII))
                + "." + genuine.split("\\.")[1] + ".";
    }

    /** Returns a token that is signed symmetrically, with the public key as the secret. */
    public String signedWithThePublicKey() {
        JsonWebSignature token = token(AlgorithmIdentifiers.HMAC_SHA256, key.getKeyId());
        token.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return compact(token);
    }

    private String signed(RsaJsonWebKey other) {
        JsonWebSignature token = token(AlgorithmIdentifiers.RSA_USING_SHA256, other.getKeyId());
        token.setKey(other.getPrivateKey());
        return compact(token);
    }

    private JsonWebSignature token(String algorithm, String keyId) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(new String(Base64.getUrlDecoder().decode(genuine.split("\\.")[1]), StandardCharsets.UTF_8));
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(algorithm);
        token.setKeyIdHeaderValue(keyId);
        return token;
    }

    private static String compact(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
