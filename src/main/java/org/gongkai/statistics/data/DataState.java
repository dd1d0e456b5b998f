package org.gongkai.statistics.data;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The versions of the data in the newest snapshot that is known. It is read from the database at most twice a second:
 * changes made by another replica are seen within that time, changes made by this one at once.
 */
@ApplicationScoped
public class DataState {

    private static final long MAX_AGE = Duration.ofMillis(500).toNanos();

    /** The number of transactions that this service has ended. After each, the data may have changed. */
    private final AtomicLong transactions = new AtomicLong();

    private final AgroalDataSource database;

    /** The last observation; {@code null} before the first one, and after a failure. */
    private volatile Observation latest;

    /**
     * Versions that were read.
     *
     * @param versions the versions
     * @param transactions the number of transactions of this service that had ended before
     * @param at when they were read, as {@link System#nanoTime()}
     */
    private record Observation(DataVersions versions, long transactions, long at) {}

    DataState(AgroalDataSource database) {
        this.database = database;
    }

    void transactionEnded(@Observes @Destroyed(TransactionScoped.class) Object transaction) {
        transactions.incrementAndGet();
    }

    /** Returns the versions when they are known without asking the database. */
    public Optional<DataVersions> known() {
        Observation last = latest;
        return last != null && last.transactions == transactions.get() && System.nanoTime() - last.at < MAX_AGE
                ? Optional.of(last.versions)
                : Optional.empty();
    }

    /** Returns the versions as of this call or later. */
    public DataVersions current() throws SQLException {
        Optional<DataVersions> known = known();
        return known.isPresent() ? known.get() : readUnlessKnown();
    }

    /** Lets one thread read for all that wait: it adds the latest changes to what the thread before has read. */
    private synchronized DataVersions readUnlessKnown() throws SQLException {
        Optional<DataVersions> known = known();
        return known.isPresent() ? known.get() : read();
    }

    /** Reads the versions from the database, even when they are known. */
    public synchronized DataVersions read() throws SQLException {
        long before = transactions.get();
        long at = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            Observation last = latest;
            // If the connection fails, the next one may lead to another server.
            latest = null;
            DataVersions versions = read(last, connection);
            latest = new Observation(versions, before, at);
            return versions;
        }
    }

    private static DataVersions read(Observation last, Connection connection) throws SQLException {
        Optional<DataVersions> next = last == null ? Optional.empty() : ChangeLog.next(connection, last.versions);
        return next.isPresent() ? next.get() : ChangeLog.load(connection);
    }
}
