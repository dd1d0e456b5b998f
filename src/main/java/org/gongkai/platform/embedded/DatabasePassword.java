package org.gongkai.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.gongkai.security.PrivateFile;

/** The password of the embedded database, kept in a file that only its owner can read. */
public final class DatabasePassword {

    private static final int BYTES = 32;

    /** Neither SQL nor a configuration expression needs it quoted. */
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Path file;
    private final String value;

    private DatabasePassword(Path file, String value) {
        this.file = file;
        this.value = value;
    }

    /**
     * The password in that file; it is made when it is not there.
     *
     * @throws IOException when the file cannot be used, with what to do about it
     */
    static DatabasePassword at(Path file) throws IOException {
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(file, generate());
            }
            String value = Files.readString(file).strip();
            if (!SHAPE.matcher(value).matches()) {
                throw new IOException("it holds no password");
            }
            return new DatabasePassword(file, value);
        } catch (IOException e) {
            throw new IOException(
                    "The password of the embedded database, " + file + ", cannot be used (" + e.getMessage()
                            + "). Put it back as it was, or delete it: then a new one is made at the next start.",
                    e);
        }
    }

    private static String generate() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public Path file() {
        return file;
    }

    public String value() {
        return value;
    }

    /** Tells two passwords apart without telling them: what is as random as these cannot be guessed from it. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
