package org.gongkai.statistics.data;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;

/**
 * Waits until nothing can change any more as of an instant. Changes get their instant before they are committed, so what is committed
 * late belongs to an instant that has passed; but each holds a lock that names it (see the migration that made change_instant).
 */
@ApplicationScoped
public class SnapshotBarrier {

    private static final String NOW = "select clock_timestamp()";

    /**
     * Waits for every change still under way that was given an instant up to the one asked for, and for no other; in order, so that two
     * who wait do not wait for each other.
     */
    private static final String WAIT = """
            select count(pg_advisory_xact_lock(1735289445, l.second))
            from (select distinct cast(cast(objid as bigint) as integer) as second
                  from pg_locks
                  where locktype = 'advisory' and objsubid = 2 and classid = 1735289445 and mode = 'ShareLock' and granted
                    and database = (select oid from pg_database where datname = current_database())
                    and cast(objid as bigint) <= change_second(?)
                  order by second) l""";

    private final AgroalDataSource database;
    private final AtomicReference<Instant> settled = new AtomicReference<>(Instant.MIN);

    SnapshotBarrier(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Waits for the instant that is asked for to be settled. Comes before any snapshot is taken. What is no instant at all is told when
     * the question is read.
     *
     * @param asOf the parameter; {@code null} where it is not there
     * @throws ProblemException when it has not come yet
     */
    public void await(String asOf) throws SQLException {
        Optional<Instant> instant = AsOf.read(asOf, new ArrayList<>());
        if (instant.isPresent()) {
            await(instant.get());
        }
    }

    private void await(Instant instant) throws SQLException {
        if (instant.isAfter(settled.get())) {
            try (Connection connection = database.getConnection()) {
                Instant now = now(connection);
                if (instant.isAfter(now)) {
                    throw ProblemException.ofParameter(ParameterFault.invalid(
                            "asOf",
                            instant.toString(),
                            new Text("不得晚于当前时间；服务器时间为 %s", "Has not come yet; it is %s").with(now)));
                }
                await(instant, connection);
            }
            settled.accumulateAndGet(instant, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    private static void await(Instant instant, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAIT)) {
            statement.setObject(1, instant.atOffset(ZoneOffset.UTC));
            statement.execute();
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOW);
                ResultSet now = statement.executeQuery()) {
            now.next();
            return now.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
