package org.gongkai.statistics.data;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.sql.NamedSql;
import org.gongkai.text.Text;

/**
 * Waits until the data as of an instant can no longer change. A change receives its instant before it is committed, so
 * a late commit belongs to an instant that has passed; but each open change holds a lock that names its instant (see
 * the migration that made change_instant).
 */
@ApplicationScoped
public class SnapshotBarrier {

    private static final NamedSql NOW = NamedSql.of("select clock_timestamp() as now");

    /**
     * Waits for every open change with an instant up to the requested one, and for no other. The order keeps two
     * waiting requests from waiting for each other.
     */
    private static final NamedSql WAIT = NamedSql.of("""
            select count(pg_advisory_xact_lock(1735289445, l.second))
            from (select distinct cast(cast(objid as bigint) as integer) as second
                  from pg_locks
                  where locktype = 'advisory' and objsubid = 2 and classid = 1735289445 and mode = 'ShareLock' and granted
                    and database = (select oid from pg_database where datname = current_database())
                    and cast(objid as bigint) <= change_second(:'instant')
                  order by second) l""");

    private final AgroalDataSource database;

    /** The latest instant that is known to be final. */
    private final AtomicReference<Instant> passed = new AtomicReference<>(Instant.MIN);

    SnapshotBarrier(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Waits until the data as of an instant are final. Must be called before a snapshot is taken.
     *
     * @throws ProblemException when the instant is in the future
     */
    public void await(Instant instant) {
        if (instant.isAfter(passed.get())) {
            try (Connection connection = database.getConnection()) {
                refuseFuture(instant, connection);
                WAIT.execute(connection, Map.of("instant", instant));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            passed.accumulateAndGet(instant, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    private static void refuseFuture(Instant instant, Connection connection) throws SQLException {
        Instant now = NOW.single(connection, Map.of(), row -> row.getObject("now", OffsetDateTime.class)
                .toInstant());
        if (instant.isAfter(now)) {
            throw ProblemException.ofParameter(ParameterFault.invalid(
                    "asOf",
                    instant.toString(),
                    new Text("不得晚于当前时间；服务器时间为 %s", "Must not be in the future; the server time is %s").with(now)));
        }
    }
}
