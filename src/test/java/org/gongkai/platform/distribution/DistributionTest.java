package org.gongkai.platform.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.flywaydb.core.Flyway;
import org.gongkai.platform.distribution.Distribution.Progress;
import org.gongkai.platform.distribution.Distribution.StepState;
import org.gongkai.platform.distribution.Distribution.Target;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way to the distributed layout and back. Most of it needs a cluster of Citus, see CONTRIBUTING.md. */
@QuarkusTest
class DistributionTest extends ServiceTest {

    @Inject
    Distribution distribution;

    @Inject
    AgroalDataSource pool;

    /** Ends a run before its second step. */
    private static final class OneStep implements Progress {

        private int started;

        @Override
        public void starts(String action) {
            if (++started > 1) {
                throw new CancellationException();
            }
        }
    }

    @Test
    void saysWhatIsMissing_withoutCitus() throws SQLException {
        assumeFalse(hasCitus());

        assertThatThrownBy(() -> distribution.run(Target.DISTRIBUTED, action -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("create extension citus");
        assertThatThrownBy(() -> distribution.state(Target.ONE_SERVER)).hasMessageContaining("create extension citus");
    }

    @Test
    void continuesAfterAnInterruption_onBothWays() throws SQLException, IOException {
        assumeTrue(hasCitus());
        registerAll();

        runStepByStep(Target.ONE_SERVER);
        assertThat(count("select count(*) from pg_dist_partition")).isZero();
        runStepByStep(Target.DISTRIBUTED);
        assertThat(count("select count(*) from pg_dist_partition"))
                .isEqualTo(DistributedLayout.managed().count());
        assertThat(distribution.run(Target.DISTRIBUTED, action -> {})).isZero();
    }

    @Test
    void laterMigrationsRun_onThisLayout() throws SQLException {
        registerAll();
        putInForce(ReportFiles.balanced().findFirst().orElseThrow());

        migrateTo("1");
        try {
            assertThat(count("select later_count()"))
                    .isEqualTo(count("select count(*) from coverage where revision is not null"))
                    .isPositive();
            assertThat(count("select count(*) from place where later <> district"))
                    .isZero();
            putInForce(ReportFiles.balanced().skip(1).findFirst().orElseThrow());
        } finally {
            migrateTo("2");
            execute("drop table later_migrations");
        }
    }

    /** Runs migrations of a folder of their own, with a history of their own. */
    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:later-migrations")
                .table("later_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void keepsCommentsAndRightsOfViews_onBothWays() throws SQLException, IOException {
        assumeTrue(hasCitus());
        execute(
                "drop role if exists later_reader; create role later_reader;"
                        + "grant select on bi_figure to later_reader with grant option; grant select (year) on bi_report to public");
        List<String> before = viewSettings();

        distribution.run(Target.ONE_SERVER, action -> {});
        assertThat(viewSettings()).isEqualTo(before);
        distribution.run(Target.DISTRIBUTED, action -> {});
        assertThat(viewSettings()).isEqualTo(before);

        execute("revoke select (year) on bi_report from public; drop owned by later_reader; drop role later_reader");
    }

    private List<String> viewSettings() throws SQLException {
        try (Connection connection = connection()) {
            return ViewSettings.statements(connection).stream().sorted().toList();
        }
    }

    /** Connections take the settings of the role when they are opened. The command runs while no service does. */
    @AfterEach
    void openNewConnections() {
        pool.flush(FlushMode.IDLE);
    }

    private void runStepByStep(Target target) throws SQLException, IOException {
        long open = open(target);
        while (open > 0) {
            try {
                distribution.run(target, new OneStep());
            } catch (CancellationException interrupted) {
                assertThat(open(target)).isLessThan(open);
            }
            open = open(target);
        }
    }

    private long open(Target target) throws SQLException, IOException {
        return distribution.state(target).stream()
                .filter(step -> !step.done())
                .map(StepState::action)
                .count();
    }

    private boolean hasCitus() throws SQLException {
        return count("select count(*) from pg_extension where extname = 'citus'") > 0;
    }
}
