package org.gongkai.filing.receipt;

import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A JSON Web Key Set (RFC 7517).
 *
 * @param keys the public keys of all signatures, the newest first; keys that no longer sign stay in the set
 */
public record ReceiptKeySet(List<Key> keys) {

    static final String ID_PATTERN = "^[A-Za-z0-9_-]{43}$";
    private static final String KEY_EXAMPLE = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    /**
     * A public key (RFC 8037).
     *
     * @param kty family of the algorithm
     * @param crv the curve
     * @param x the public key, in base64url
     * @param kid id of the key in the headers of signatures: its thumbprint (RFC 7638)
     * @param alg the algorithm
     * @param use the use of the key
     */
    @Schema(name = "ReceiptKey")
    public record Key(
            @Schema(enumeration = "OKP") String kty,
            @Schema(enumeration = "Ed25519") String crv,

            @Schema(pattern = ID_PATTERN, examples = KEY_EXAMPLE)
            String x,

            @Schema(pattern = ID_PATTERN, examples = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
            String kid,

            @Schema(enumeration = "EdDSA") String alg,
            @Schema(enumeration = "sig") String use) {

        static Key of(ReceiptKey key) {
            return new Key(
                    "OKP",
                    "Ed25519",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey),
                    key.id,
                    "EdDSA",
                    "sig");
        }
    }
}
