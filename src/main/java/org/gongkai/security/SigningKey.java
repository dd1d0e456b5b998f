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

/** The key pair of the local issuer, stored as a JSON Web Key in a file that only its owner can read. */
public final class SigningKey {

    private static final int BITS = 3072;

    private final PublicJsonWebKey key;

    private SigningKey(PublicJsonWebKey key) {
        this.key = key;
    }

    /**
     * Returns the key in a file. A missing file is created with a new key. Instances that do so at the same time get the
     * same key.
     */
    public static SigningKey at(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFile.createIfAbsent(file, generate().toJson(OutputControlLevel.INCLUDE_PRIVATE));
        }
        if (PrivateFile.isOpenToOthers(file)) {
            throw new IOException("other users can read the key in " + file
                    + ", and could sign tokens. Delete it or, if no other user has read it, restrict its permissions");
        }
        try {
            return new SigningKey(PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
        } catch (JoseException e) {
            throw new IOException("The file " + file + " contains no key. Delete it, and a new one is created.", e);
        }
    }

    private static RsaJsonWebKey generate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("This Java runtime cannot generate RSA keys", e);
        }
    }

    /** Returns the public key, which verifies signatures, as a JSON Web Key. */
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
