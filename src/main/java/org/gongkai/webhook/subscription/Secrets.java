package org.gongkai.webhook.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.webhook.transport.WebhookConfig;

/**
 * Stores the secrets of subscriptions. They must sign messages, so a hash is not enough. With the setting
 * {@code gongkai.webhooks.key} they are encrypted (AES-256 in Galois/Counter Mode), so that a copy of the database does not
 * contain them. Secrets that were stored before the key was set stay readable.
 */
@ApplicationScoped
public class Secrets {

    private static final String ENCRYPTED = "aes:";
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<SecretKeySpec> key;

    Secrets(WebhookConfig config) {
        this.key = config.key().map(Secrets::key);
    }

    private static SecretKeySpec key(String base64) {
        byte[] bytes = decoded(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "gongkai.webhooks.key: must be 32 bytes in base64, as openssl rand -base64 32 prints them.");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.trim());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** Returns a secret as it is stored. */
    String stored(String secret) {
        return key.map(known -> ENCRYPTED + encrypted(secret, known)).orElse(secret);
    }

    private static String encrypted(String secret, SecretKeySpec key) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + text.length)
                    .put(nonce)
                    .put(text)
                    .array();
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot encrypt", e);
        }
    }

    /** Returns the secret of a subscription; empty if it was encrypted with another key. */
    public Optional<String> of(Webhook webhook) {
        if (!webhook.secret.startsWith(ENCRYPTED)) {
            return Optional.of(webhook.secret);
        }
        byte[] stored = Base64.getDecoder().decode(webhook.secret.substring(ENCRYPTED.length()));
        return key.flatMap(known -> decrypted(stored, known));
    }

    private static Optional<String> decrypted(byte[] stored, SecretKeySpec key) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] text = new byte[stored.length - NONCE_BYTES];
        ByteBuffer.wrap(stored).get(nonce).get(text);
        try {
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(text), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException otherKey) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
