package org.gongkai.statistics.data;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The state the data are in. It is asked for at most twice a second, so what another replica has changed is seen within that time;
 * what this one has changed, at once.
 */
@ApplicationScoped
public class DataState {

    private static final long FRESH = Duration.ofMillis(500).toNanos();

    private static final String VERSION = "select cast(sum(changes) as bigint) from data_version";

    /** Counts the transactions of this service: after each, the state may be another. */
    private final AtomicLong transactions = new AtomicLong();

    private final AgroalDataSource database;
    private final AtomicReference<Seen> seen = new AtomicReference<>(new Seen(0, -1, 0));

    /**
     * What was seen.
     *
     * @param version the state
     * @param transactions how many transactions of this service had ended before
     * @param at when it was asked for, by the clock that only measures
     */
    private record Seen(long version, long transactions, long at) {

        /** A state that was overtaken while it was being asked for is not seen any more. */
        Seen later(Seen other) {
            return other.version < version ? this : other;
        }
    }

    DataState(AgroalDataSource database) {
        this.database = database;
    }

    void transactionEnded(@Observes @Destroyed(TransactionScoped.class) Object transaction) {
        transactions.incrementAndGet();
    }

    /** The state, if it can be told without asking the database. */
    public OptionalLong known() {
        Seen last = seen.get();
        return last.transactions == transactions.get() && System.nanoTime() - last.at < FRESH
                ? OptionalLong.of(last.version)
                : OptionalLong.empty();
    }

    /** The state, as of this call or later. */
    public long current() throws SQLException {
        OptionalLong known = known();
        return known.isPresent() ? known.getAsLong() : ask();
    }

    private long ask() throws SQLException {
        long before = transactions.get();
        long at = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(VERSION);
                ResultSet version = statement.executeQuery()) {
            version.next();
            Seen now = new Seen(version.getLong(1), before, at);
            return seen.accumulateAndGet(now, Seen::later).version;
        }
    }
}
