package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs of the operating system that tests call. */
public final class Tool {

    private Tool() {}

    /** Returns a command that also runs when the user is root, which the programs of PostgreSQL refuse. */
    public static List<String> notAsRoot(String... command) {
        List<String> all = new ArrayList<>(LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of());
        Stream.of(command).forEach(all::add);
        return all;
    }

    /** Runs a command and expects exit code 0. */
    public static void run(List<String> command) throws Exception {
        run(command, Map.of());
    }

    public static void run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** Returns true if the command exists on this machine and ends with exit code 0. */
    public static boolean works(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
