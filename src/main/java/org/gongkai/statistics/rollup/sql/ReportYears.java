package org.gongkai.statistics.rollup.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.form.statutory.Forms;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.DataScope;
import org.gongkai.statistics.data.DataState;
import org.gongkai.statistics.data.DataVersions;

/**
 * The years for which any department has a report in force: those of a query that names none. They are looked up when the data
 * have changed. So the answer to such a query depends on these years and on the data in its districts, and not on all data.
 */
@ApplicationScoped
public class ReportYears {

    static final NamedSql IN_FORCE =
            SqlScript.of(RollUpStatement.FOLDER + "years-in-force.sql").with();

    private final AgroalDataSource database;
    private final DataState state;
    private volatile Known latest = new Known(-1, List.of());

    /**
     * Years that were looked up.
     *
     * @param version a version of all data that these years, or those of a later version, were read from
     */
    private record Known(long version, List<Integer> years) {}

    ReportYears(AgroalDataSource database, DataState state) {
        this.database = database;
        this.state = state;
    }

    /** Returns the years when they are known without asking the database. */
    public Optional<List<Integer>> known() {
        Known last = latest;
        return state.known()
                .filter(versions -> version(versions) == last.version)
                .map(versions -> last.years);
    }

    /** Returns the years as of this call or later. */
    public List<Integer> current() throws SQLException {
        long version = version(state.current());
        Known last = latest;
        if (last.version == version) {
            return last.years;
        }
        try (Connection connection = database.getConnection()) {
            List<Integer> years =
                    IN_FORCE.list(connection, Map.of("firstYear", Forms.firstYear()), row -> row.getInt("year"));
            latest = new Known(version, years);
            return years;
        }
    }

    private static long version(DataVersions versions) {
        return versions.version(DataScope.EVERYTHING).number();
    }
}
