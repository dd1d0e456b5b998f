package org.gongkai.filing.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.text.Text;

/**
 * The check of a receipt against the public keys. It needs no service, and none of the code that signs.
 *
 * @param statements the statements of the receipt that are signed; a missing node if the signature cannot be read
 * @param key id of the key in the header of the signature; {@code null} if it cannot be read
 * @param fault why the receipt is not what the service has signed; empty if it is
 */
record ReceiptCheck(JsonNode statements, String key, Optional<Text> fault) {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final Text UNSIGNED = new Text("回执没有签名", "The receipt has no signature");
    private static final Text UNREADABLE =
            new Text("签名不是紧凑格式的 JWS，或不完整", "The signature is no compact JWS, or is incomplete");
    private static final Text OTHER_KIND =
            new Text("签名不是回执的签名（alg、typ 或 crit 不符）", "This is no signature of a receipt (alg, typ or crit)");
    private static final Text UNKNOWN_KEY =
            new Text("公钥集中没有签名所用的密钥 %s", "The key set does not have the key %s of the signature");
    private static final Text FORGED = new Text(
            "签名与内容不符：内容被改动，或不是由该密钥签署",
            "The signature does not fit: the content was changed, or the key did not sign it");
    private static final Text CHANGED =
            new Text("回执的 %s 为 %s，而签名所证明的是 %s", "The receipt says %s is %s, but the signature states %s");

    /** The members of a receipt that its signature covers, by the names of the signed statements. */
    private static final Map<String, String> MEMBERS = new LinkedHashMap<>();

    static {
        for (String same :
                new String[] {"agency", "year", "revision", "status", "contentHash", "submittedAt", "ruleBook"}) {
            MEMBERS.put(same, "/" + same);
        }
        MEMBERS.put("decidedAt", "/decision/at");
        MEMBERS.put("withdrawnAt", "/withdrawal/at");
    }

    /** Checks a receipt as the service answers it: its signature, and whether its members say the same. */
    static ReceiptCheck of(JsonNode receipt, Map<String, PublicKey> keys) {
        if (!receipt.path("signature").isTextual()) {
            return new ReceiptCheck(JSON.missingNode(), null, Optional.of(UNSIGNED));
        }
        ReceiptCheck signature = of(receipt.get("signature").textValue(), keys);
        return signature.fault.isPresent()
                ? signature
                : new ReceiptCheck(signature.statements, signature.key, difference(receipt, signature.statements));
    }

    /** Checks a signature by itself. */
    static ReceiptCheck of(String jws, Map<String, PublicKey> keys) {
        try {
            String[] parts = jws.split("\\.", -1);
            JsonNode header = json(parts[0]);
            JsonNode statements = json(parts[1]);
            String key = header.path("kid").textValue();
            return new ReceiptCheck(statements, key, fault(header, jws, keys));
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            return new ReceiptCheck(JSON.missingNode(), null, Optional.of(UNREADABLE));
        }
    }

    private static JsonNode json(String part) throws IOException {
        JsonNode object = JSON.readTree(bytes(part));
        if (!object.isObject()) {
            throw new JsonProcessingException("no object") {};
        }
        return object;
    }

    private static byte[] bytes(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static Optional<Text> fault(JsonNode header, String jws, Map<String, PublicKey> keys) {
        if (!header.path("alg").asText().equals("EdDSA")
                || !header.path("typ").asText().equals(SigningKey.TYPE)
                || header.has("crit")) {
            return Optional.of(OTHER_KIND);
        }
        String id = header.path("kid").asText();
        PublicKey key = keys.get(id);
        if (key == null) {
            return Optional.of(UNKNOWN_KEY.with(id));
        }
        int end = jws.lastIndexOf('.');
        return isSigned(jws.substring(0, end), bytes(jws.substring(end + 1)), key)
                ? Optional.empty()
                : Optional.of(FORGED);
    }

    private static boolean isSigned(String signed, byte[] signature, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    private static Optional<Text> difference(JsonNode receipt, JsonNode statements) {
        return MEMBERS.entrySet().stream()
                .filter(member -> !receipt.at(member.getValue()).equals(statements.path(member.getKey())))
                .map(member -> CHANGED.with(
                        member.getValue(),
                        receipt.at(member.getValue()).asText("-"),
                        statements.path(member.getKey()).asText("-")))
                .findFirst();
    }
}
