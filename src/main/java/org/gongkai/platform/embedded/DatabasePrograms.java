package org.gongkai.platform.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs of the embedded server. The library unpacks them once for each distinct resolver. This record is a
 * resolver of its own, so that each home has its own programs.
 *
 * @param folder the folder to which they are unpacked, with a subfolder for each version
 */
record DatabasePrograms(Path folder) implements PgBinaryResolver {

    /** The time for the recovery of the data before a start counts as failed. */
    private static final String START_SECONDS = "60";

    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
    }

    /**
     * Runs a statement as superuser while no server runs and no port is open.
     *
     * @param sql a statement of one line; it is not logged
     */
    void runInSingleUserMode(Path data, String sql, Redirect log) throws IOException {
        Process server = start(singleUserCommand(data), log);
        try (Writer input = server.outputWriter()) {
            input.write(sql + "\n");
        }
        if (exitCode(server) != 0) {
            throw new IOException("the server did not accept the password in single-user mode");
        }
    }

    /**
     * Starts a server that has ended once more, with the options of its last start, and waits until clients can connect.
     */
    void startAgain(Path data, Redirect log) throws IOException {
        List<String> command = command("pg_ctl");
        // Without a running server, this only starts one. It reads the options from the data folder.
        command.addAll(List.of("restart", "-D", data.toString(), "-w", "-t", START_SECONDS));
        if (exitCode(start(command, log)) != 0) {
            throw new IOException("pg_ctl failed");
        }
    }

    private static Process start(List<String> command, Redirect log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private List<String> singleUserCommand(Path data) throws IOException {
        List<String> command = command("postgres");
        command.addAll(List.of("--single", "-D", data.toString()));
        for (String setting : List.of(
                "exit_on_error=on",
                "log_statement=none",
                "log_min_error_statement=panic",
                "password_encryption=scram-sha-256")) {
            command.addAll(List.of("-c", setting));
        }
        command.add("postgres");
        return command;
    }

    private List<String> command(String program) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // The server refuses to run as root; the library uses the same workaround.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(find(program).toString());
        return command;
    }

    /** Returns a program of the version that was unpacked last. Earlier versions stay in the folder. */
    private Path find(String program) throws IOException {
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(version -> Files.exists(version.resolve(".exists")))
                    .max(Comparator.comparingLong(
                            version -> version.resolve(".exists").toFile().lastModified()))
                    .flatMap(version -> Stream.of("bin/" + program, "bin/" + program + ".exe")
                            .map(version::resolve)
                            .filter(Files::exists)
                            .findFirst())
                    .orElseThrow(() -> new IOException("no PostgreSQL was found in " + folder));
        }
    }
}
