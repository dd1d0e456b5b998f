package org.gongkai.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.gongkai.security.PrivateFile;
import org.gongkai.text.Sha256;

/** A password of the embedded database, stored in a file that only its owner can read. */
public final class DatabasePassword {

    private static final int BYTES = 32;

    /** The form of a password. It needs no quoting in SQL and in configuration expressions. */
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Path file;
    private final String value;

    private DatabasePassword(Path file, String value) {
        this.file = file;
        this.value = value;
    }

    /**
     * Returns the password in a file. If the file does not exist, it is created with a new password.
     *
     * @throws IOException if the file cannot be used; the message says what to do
     */
    static DatabasePassword at(Path file) throws IOException {
        try {
            if (Files.notExists(file)) {
                PrivateFile.createIfAbsent(file, generate());
            }
            String value = Files.readString(file).strip();
            if (!FORMAT.matcher(value).matches()) {
                throw new IOException("it contains no password");
            }
            return new DatabasePassword(file, value);
        } catch (IOException e) {
            throw new IOException(
                    "The password of a role of the embedded database, " + file + ", cannot be used (" + e.getMessage()
                            + "). Restore the file, or delete it to get a new password at the next start.",
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

    /**
     * Returns a hash that identifies the password without revealing it. The password is too random to be guessed from
     * the hash.
     */
    String fingerprint() {
        return Sha256.hex(value);
    }
}
