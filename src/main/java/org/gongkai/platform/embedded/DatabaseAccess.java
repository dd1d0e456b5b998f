package org.gongkai.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.security.PrivateFile;

/**
 * Protects the embedded database and sets the password of its superuser: only clients on this machine that know the
 * password can connect. The protection is complete before the server opens its port, even if an earlier version, which
 * trusted every local user, created the data.
 */
final class DatabaseAccess {

    private static final String METHOD = "scram-sha-256";

    private final Path data;
    private final DatabasePassword password;
    private final DatabasePrograms programs;
    private final Redirect log;
    private final boolean isNew;

    DatabaseAccess(Path data, DatabasePassword password, DatabasePrograms programs, Redirect log) {
        this.data = data;
        this.password = password;
        this.programs = programs;
        this.log = log;
        this.isNew = Files.notExists(data.resolve("postgresql.conf"));
    }

    /**
     * Sets the options on the command line of the server, where no configuration file can override them. No Unix socket
     * is opened that other users could find.
     */
    EmbeddedPostgres.Builder configure(EmbeddedPostgres.Builder server) {
        return server.setLocaleConfig("auth", METHOD)
                .setLocaleConfig("pwfile", password.file().toString())
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setConnectConfig("password", password.value())
                .setDataDirectoryCustomizer(folder -> writeRules());
    }

    /**
     * Writes the access rules. The rules contain a fingerprint of their password. If they differ, the server may have
     * another password or none, so its password is set first. If this is interrupted, the next start does it again.
     */
    private void writeRules() {
        Path rules = data.resolve("pg_hba.conf");
        try {
            if (Files.exists(rules) && Files.readString(rules).equals(rules())) {
                return;
            }
            if (!isNew) {
                programs.runInSingleUserMode(
                        data, "ALTER ROLE " + EmbeddedDatabase.SUPERUSER + " PASSWORD '" + password.value() + "'", log);
            }
            PrivateFile.write(rules, rules());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private String rules() {
        return """
                # Written by Gongkai, which puts it back at the next start if it is changed.
                # For the password in %s with the SHA-256 %s.
                local  all  all       %s
                host   all  all  all  %s
                """.formatted(password.file().getFileName(), password.fingerprint(), METHOD, METHOD);
    }
}
