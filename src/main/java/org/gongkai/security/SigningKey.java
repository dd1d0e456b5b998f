package org.gongkai.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The key pair of the local issuer, kept in a file (a JSON Web Key) that only its owner can read. */
public final class SigningKey {

    private static final int BITS = 3072;

    private final PublicJsonWebKey key;

    private SigningKey(PublicJsonWebKey key) {
        this.key = key;
    }

    /** The key in that file; it is made when it is not there. */
    public static SigningKey at(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFile.write(file, generate().toJson(OutputControlLevel.INCLUDE_PRIVATE));
        }
        if (PrivateFile.isOpenToOthers(file)) {
            throw new IOException("others can read the key in " + file
                    + ", and so sign tokens. Delete it, or take their" + " permissions away if nobody has read it");
        }
        try {
            return new SigningKey(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
        } catch (JoseException e) {
            throw new IOException("The file " + file + " holds no key. Delete it, and a new one is made.", e);
        }
    }

    private static RsaJsonWebKey generate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }

    /** What others check signatures with, as a JSON Web Key. */
    public String publicKey() {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    String id() {
        return key.getKeyId();
    }

    PrivateKey privateKey() {
        return key.getPrivateKey();
    }
}
