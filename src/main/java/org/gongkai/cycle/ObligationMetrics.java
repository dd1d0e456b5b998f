package org.gongkai.cycle;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gongkai.audit.AuditLog;
import org.jboss.logging.Logger;

/**
 * Publishes the number of obligations per open year and state. A scrape returns the last counts and never waits for
 * the database. A scrape of outdated counts starts a new count in the background, for the next scrape.
 */
@ApplicationScoped
@Startup
class ObligationMetrics {

    private static final Logger LOG = Logger.getLogger(ObligationMetrics.class);

    /** The states in which a report is still expected. */
    private static final Set<String> OPEN = Set.of(ObligationState.MISSING.name(), ObligationState.RETURNED.name());

    private static final long FRESH = Duration.ofSeconds(10).toNanos();

    private static final int MAX_WAIT_SECONDS = 10;

    private static final String COUNT = """
            select year, state, count(*) as number,
                   count(*) filter (where state in ('MISSING', 'RETURNED') and due <= ?) as overdue
            from obligation_state group by year, state order by year, state""";

    private final AgroalDataSource database;
    private final AuditLog auditLog;
    private final MultiGauge obligations;
    private final MultiGauge overdue;
    private final AtomicBoolean counting = new AtomicBoolean();

    /** The start of the last successful count, in {@link System#nanoTime()}. */
    private volatile long countedAt = System.nanoTime() - FRESH;

    ObligationMetrics(AgroalDataSource database, AuditLog auditLog, MeterRegistry registry) {
        this.database = database;
        this.auditLog = auditLog;
        this.obligations = MultiGauge.builder("gongkai.obligations")
                .description("Reports owed for the open years, by state")
                .register(registry);
        this.overdue = MultiGauge.builder("gongkai.obligations.overdue")
                .description("Missing and returned reports whose deadline has passed")
                .register(registry);
        Gauge.builder("gongkai.obligations.age", this, ObligationMetrics::age)
                .description("Age of the counts of obligations")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    /** Returns the age of the counts in seconds, and starts a new count if they are outdated. */
    private double age() {
        long age = System.nanoTime() - countedAt;
        if (age >= FRESH) {
            countInBackground();
        }
        return (double) age / TimeUnit.SECONDS.toNanos(1);
    }

    private void countInBackground() {
        if (counting.compareAndSet(false, true)) {
            Infrastructure.getDefaultExecutor().execute(this::count);
        }
    }

    private void count() {
        long began = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setQueryTimeout(MAX_WAIT_SECONDS);
            statement.setObject(1, auditLog.now().atOffset(ZoneOffset.UTC));
            publish(statement.executeQuery());
            countedAt = began;
        } catch (SQLException | RuntimeException failed) {
            LOG.debugf("Obligations could not be counted: %s", failed.getMessage());
        } finally {
            counting.set(false);
        }
    }

    private void publish(ResultSet counted) throws SQLException {
        List<Row<?>> states = new ArrayList<>();
        List<Row<?>> late = new ArrayList<>();
        while (counted.next()) {
            Tags year = Tags.of("year", counted.getString("year"));
            String state = counted.getString("state");
            Tags tags = year.and("state", state.toLowerCase(Locale.ROOT));
            states.add(Row.of(tags, counted.getLong("number")));
            if (OPEN.contains(state)) {
                late.add(Row.of(tags, counted.getLong("overdue")));
            }
        }
        obligations.register(states, true);
        overdue.register(late, true);
    }
}
