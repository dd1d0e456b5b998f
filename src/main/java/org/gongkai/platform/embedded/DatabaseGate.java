package org.gongkai.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.security.PrivateFile;

/**
 * Lets nobody into the embedded database but who comes from this machine and knows the password. All of it is in place before the
 * server opens its port, also where the data were made by a version that trusted everybody.
 */
final class DatabaseGate {

    private static final String METHOD = "scram-sha-256";

    private final Path data;
    private final DatabasePassword password;
    private final DatabasePrograms programs;
    private final Redirect log;
    private final boolean isNew;

    DatabaseGate(Path data, DatabasePassword password, DatabasePrograms programs, Redirect log) {
        this.data = data;
        this.password = password;
        this.programs = programs;
        this.log = log;
        this.isNew = Files.notExists(data.resolve("postgresql.conf"));
    }

    /** On the command line of the server, where no file of its own overrules it. There is no socket that others could find. */
    EmbeddedPostgres.Builder guard(EmbeddedPostgres.Builder server) {
        return server.setLocaleConfig("auth", METHOD)
                .setLocaleConfig("pwfile", password.file().toString())
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setConnectConfig("password", password.value())
                .setDataDirectoryCustomizer(folder -> shut());
    }

    /**
     * The rules name the password they were written with. If they are not these, the server may know another one or none, and is
     * told first: should this be cut off, the next start begins anew.
     */
    private void shut() {
        Path rules = data.resolve("pg_hba.conf");
        try {
            if (Files.exists(rules) && Files.readString(rules).equals(rules())) {
                return;
            }
            if (!isNew) {
                programs.runAlone(
                        data, "ALTER ROLE " + EmbeddedDatabase.USER + " PASSWORD '" + password.value() + "'", log);
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
