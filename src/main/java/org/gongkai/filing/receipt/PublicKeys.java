package org.gongkai.filing.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.gongkai.commandline.CommandFailure;
import org.gongkai.text.Text;

/** Reads the public keys of receipts from a file or from a service. */
final class PublicKeys {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int KEY_BYTES = 32;

    /** The encoding of a public key of Ed25519 (RFC 8410), up to the key itself. */
    private static final String ENCODING = "302a300506032b6570032100";

    private static final Text NO_KEYS = new Text(
            "%s 不是回执的公钥集：应为 JSON，其中 keys 含 kty=OKP、crv=Ed25519 的公钥",
            "%s is no key set of receipts: it must be JSON with keys of kty=OKP and crv=Ed25519");
    private static final Text UNREACHABLE = new Text("无法取得公钥集 %s：%s", "The key set %s cannot be fetched: %s");

    private PublicKeys() {}

    /**
     * Returns the keys by their ids. Keys of other kinds are left out.
     *
     * @param source a file, or an address with http or https
     * @throws CommandFailure if the source has no keys
     */
    static Map<String, PublicKey> of(String source) throws IOException, InterruptedException {
        Map<String, PublicKey> keys = new HashMap<>();
        try {
            for (JsonNode key :
                    JsonMapper.builder().build().readTree(read(source)).path("keys")) {
                if (key.path("crv").asText().equals("Ed25519")) {
                    keys.put(key.path("kid").asText(), publicKey(key.path("x").asText()));
                }
            }
        } catch (JsonProcessingException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new CommandFailure(NO_KEYS.with(source));
        }
        if (keys.isEmpty()) {
            throw new CommandFailure(NO_KEYS.with(source));
        }
        return keys;
    }

    private static PublicKey publicKey(String x) throws GeneralSecurityException {
        byte[] raw = Base64.getUrlDecoder().decode(x);
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("not a key of 32 bytes");
        }
        byte[] encoded = HexFormat.of().parseHex(ENCODING + HexFormat.of().formatHex(raw));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] read(String source) throws IOException, InterruptedException {
        return source.startsWith("http://") || source.startsWith("https://")
                ? fetch(source)
                : Files.readAllBytes(Path.of(source));
    }

    private static byte[] fetch(String address) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(TIMEOUT)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new CommandFailure(UNREACHABLE.with(address, "HTTP " + answer.statusCode()));
            }
            return answer.body();
        } catch (IOException | IllegalArgumentException failed) {
            throw new CommandFailure(UNREACHABLE.with(address, String.valueOf(failed.getMessage())));
        }
    }
}
