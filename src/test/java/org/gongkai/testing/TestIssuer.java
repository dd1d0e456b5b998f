package org.gongkai.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** An identity provider for tests. It serves its keys over HTTP and signs any token. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

    public static final String ISSUER = "https://provider.example";
    public static final String AUDIENCE = "gongkai";

    /**
     * The system property that holds the key. Tests and this resource have different class loaders and share no field.
     */
    private static final String KEY = "gongkai.test.issuer-key";

    /** The time for which a token is used again, half of its validity. Signing takes longer than most requests. */
    private static final Duration REUSED = Duration.ofMinutes(5);

    private static final Map<List<String>, Signed> TOKENS = new ConcurrentHashMap<>();
    private static final Map<String, RsaJsonWebKey> KEYS = new ConcurrentHashMap<>();

    /** A token, and the time until which it is used. */
    private record Signed(String token, Instant until) {}

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        rotate("first");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/jwks", exchange -> {
            byte[] keys = new JsonWebKeySet(current()).toJson().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return Map.of(
                "mp.jwt.verify.publickey.location",
                "http://localhost:" + server.getAddress().getPort() + "/jwks",
                // The minimum time between two searches for an unknown key, in minutes. Tests must not wait.
                "smallrye.jwt.jwks.forced-refresh-interval",
                "0",
                "mp.jwt.verify.issuer",
                ISSUER,
                "mp.jwt.verify.audiences",
                AUDIENCE);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Replaces the key of the provider. Tokens with the old key are invalid from now on. */
    public static void rotate(String id) {
        System.setProperty(KEY, generate(id).toJson(OutputControlLevel.INCLUDE_PRIVATE));
    }

    /** Makes the key of the service the key of the provider, so that the service accepts its own tokens. */
    public static void useKeyOfService() {
        try {
            System.setProperty(KEY, Files.readString(Path.of(NonDefaultSettings.SIGNING_KEY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String oversight() {
        return token("oversight", List.of());
    }

    public static String submitter(String... agencies) {
        return token("submitter", List.of(agencies));
    }

    private static String token(String role, List<String> agencies) {
        return reused(role + " " + agencies, () -> claims(Set.of(role), agencies));
    }

    /**
     * Returns a token that is signed once by each key of the provider, and again before it expires.
     *
     * @param rights the same text for the same claims
     */
    public static String reused(String rights, Supplier<JwtClaimsBuilder> claims) {
        Instant now = Instant.now();
        return TOKENS.compute(
                        List.of(System.getProperty(KEY), rights),
                        (same, earlier) -> earlier != null && now.isBefore(earlier.until())
                                ? earlier
                                : new Signed(sign(claims.get()), now.plus(REUSED)))
                .token();
    }

    /** Returns the claims of a token that is valid for ten minutes. */
    public static JwtClaimsBuilder claims(Set<String> groups, List<String> agencies) {
        return Jwt.claims()
                .subject(groups.isEmpty() ? "somebody" : groups.iterator().next())
                .groups(groups)
                .claim("agencies", agencies)
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .expiresAt(Instant.now().plusSeconds(600));
    }

    public static String sign(JwtClaimsBuilder claims) {
        return sign(claims, current());
    }

    public static String sign(JwtClaimsBuilder claims, RsaJsonWebKey key) {
        return claims.jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
    }

    /** Signs any text as the payload of a token. */
    public static String signText(String payload) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(payload);
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(current().getKeyId());
        token.setKey(current().getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RsaJsonWebKey current() {
        return KEYS.computeIfAbsent(System.getProperty(KEY), TestIssuer::read);
    }

    private static RsaJsonWebKey read(String key) {
        try {
            return (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RsaJsonWebKey generate(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
