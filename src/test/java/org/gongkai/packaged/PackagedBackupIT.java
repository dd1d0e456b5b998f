package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.statistics.bi.BiDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The backup that docs/operations.md describes for a service without Kubernetes: a dump, restored into a new server.
 */
@Tag("thorough")
@Timeout(300)
class PackagedBackupIT {

    private static final String ROLL_UP = "/api/v1/statistics?figure=requests.newlyReceived&groupBy=agency,year";

    @TempDir
    Path folder;

    @Test
    void restoresADumpIntoANewServer_andContinuesFromThere() throws Exception {
        Optional<Path> programs = programs();
        assumeTrue(
                programs.isPresent(),
                "A dump needs the programs of PostgreSQL 15 or newer: initdb, postgres, pg_dump, pg_restore, pg_resetwal");
        BiDocument readers = BiDocument.read("bi-views.md");
        Path dump = folder.resolve("gongkai.dump");
        KillableDatabase origin = KillableDatabase.create(folder.resolve("origin"), programs.get())
                .start();
        try (FaultInjectedService setup = new FaultInjectedService(folder, origin)) {
            setup.runWithFault(() -> {});
            execute(origin, readers.statements().get(0));
            execute(origin, readers.statements().get(1));
            String rows = rows(setup);
            String cursor = lastCursor(setup, "0-0");

            run(setup, () -> {
                origin.run("pg_dump", "--format=custom", "--file=" + dump);
                KillableDatabase target =
                        restored(dump, programs.get(), readers.statements().get(0));
                execute(
                        target,
                        "set role gongkai_reader; select from bi_report, bi_figure, bi_coverage, bi_obligation limit 1");
                setup.moveTo(target);
            });

            assertThat(rows(setup)).isEqualTo(rows);
            setup.checkConsistency();
            assertThat(lastCursor(setup, cursor)).as("no events since then").isEqualTo(cursor);
            run(setup, () -> setup.runWithFault(() -> {}));
            setup.checkConsistency();
            assertThat(submitted(setup, cursor)).as("submissions since then").isEqualTo(60);
        }
    }

    /** Runs a step of the test during which the service is in use. */
    void run(FaultInjectedService setup, FaultInjectionRun.Fault step) throws Exception {
        step.inject();
    }

    private KillableDatabase restored(Path dump, Path programs, String roles) throws Exception {
        KillableDatabase target =
                KillableDatabase.create(folder.resolve("target"), programs).start();
        execute(target, roles);
        target.run("pg_restore", "--exit-on-error", dump.toString());
        target.stop();
        target.countTransactionsFromEpoch(1);
        return target.start();
    }

    private static void execute(KillableDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String rows(FaultInjectedService setup) throws Exception {
        return setup.service().request().get(ROLL_UP).jsonPath().getString("rows");
    }

    /** Returns the cursor after the last event. */
    private static String lastCursor(FaultInjectedService setup, String after) throws Exception {
        String cursor = after;
        JsonPath part = events(setup, cursor);
        while (!part.getList("items").isEmpty()) {
            cursor = part.getString("next");
            part = events(setup, cursor);
        }
        return cursor;
    }

    private static long submitted(FaultInjectedService setup, String after) throws Exception {
        return events(setup, after).<String>getList("items.type").stream()
                .filter("REPORT_SUBMITTED"::equals)
                .count();
    }

    private static JsonPath events(FaultInjectedService setup, String after) throws Exception {
        return setup.service()
                .oversight()
                .get("/api/v1/events?limit=1000&after=" + after)
                .jsonPath();
    }

    /** Returns the programs of the newest installed release. */
    private static Optional<Path> programs() throws IOException {
        List<Path> folders = Stream.concat(
                        installed(Path.of("/usr/lib/postgresql")).stream(),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .map(Path::of))
                .toList();
        return folders.stream()
                .filter(folder -> Stream.of("initdb", "postgres", "pg_dump", "pg_restore", "pg_resetwal", "pg_ctl")
                        .allMatch(program -> Files.isExecutable(folder.resolve(program))))
                .findFirst();
    }

    private static List<Path> installed(Path releases) throws IOException {
        if (Files.notExists(releases)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(releases)) {
            return all.filter(release -> release.getFileName().toString().matches("1[5-9]|[2-9][0-9]"))
                    .sorted(Comparator.reverseOrder())
                    .map(release -> release.resolve("bin"))
                    .toList();
        }
    }
}
