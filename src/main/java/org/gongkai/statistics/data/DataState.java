package org.gongkai.statistics.data;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.sql.NamedSql;

/**
 * The version of the data. It is read from the database at most twice a second: changes made by another replica are
 * seen within that time, changes made by this one at once.
 */
@ApplicationScoped
public class DataState {

    private static final long MAX_AGE = Duration.ofMillis(500).toNanos();

    private static final NamedSql VERSION =
            NamedSql.of("select cast(sum(changes) as bigint) as version from data_version");

    /** The number of transactions that this service has ended. After each, the version may have changed. */
    private final AtomicLong transactions = new AtomicLong();

    private final AgroalDataSource database;
    private final AtomicReference<Observation> latest = new AtomicReference<>(new Observation(0, -1, 0));

    /**
     * A version that was read.
     *
     * @param version the version
     * @param transactions the number of transactions of this service that had ended before
     * @param at when it was read, as {@link System#nanoTime()}
     */
    private record Observation(long version, long transactions, long at) {

        /** Returns the newer of two observations: one may be overtaken while it is being read. */
        Observation newer(Observation other) {
            return other.version < version ? this : other;
        }
    }

    DataState(AgroalDataSource database) {
        this.database = database;
    }

    void transactionEnded(@Observes @Destroyed(TransactionScoped.class) Object transaction) {
        transactions.incrementAndGet();
    }

    /** Returns the version when it is known without asking the database. */
    public OptionalLong known() {
        Observation last = latest.get();
        return last.transactions == transactions.get() && System.nanoTime() - last.at < MAX_AGE
                ? OptionalLong.of(last.version)
                : OptionalLong.empty();
    }

    /** Returns the version as of this call or later. */
    public long current() throws SQLException {
        OptionalLong known = known();
        return known.isPresent() ? known.getAsLong() : read();
    }

    private long read() throws SQLException {
        long before = transactions.get();
        long at = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            long version = VERSION.single(connection, Map.of(), row -> row.getLong("version"));
            return latest.accumulateAndGet(new Observation(version, before, at), Observation::newer).version;
        }
    }
}
