package org.gongkai.filing.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.Contents;
import org.gongkai.sql.StatementPipeline;
import org.gongkai.sql.WithoutSocketTimeout;
import org.jboss.logging.Logger;

/** Makes the table of figures anew from what is stored of the revisions, from which alone it is derived. */
@ApplicationScoped
public class FigureTable {

    /** How many revisions are read at once. */
    private static final int PAGE = 500;

    private static final String NEW = FigureValues.TABLE + "_new";

    private static final String IS_MISSING =
            "select exists (select from revision) and not exists (select from figure_value)";

    /** One service does so at a time, and nothing is taken in meanwhile; what is there can be read. */
    private static final String BEGIN = """
            set local statement_timeout = 0;
            set local lock_timeout = 0;
            lock table revision in share row exclusive mode""";

    /** Without its key, which takes less time to make of all rows at once. */
    private static final String CREATE =
            "create table figure_value_new (like figure_value including all excluding indexes)";

    private static final String END = """
            do $$
            declare
                key text := pg_get_constraintdef(oid) from pg_constraint where conname = 'figure_value_pk';
            begin
                execute 'alter table figure_value_new add constraint figure_value_new_pk ' || key;
            end $$;
            analyze figure_value_new;
            drop table figure_value;
            alter table figure_value_new rename to figure_value;
            alter table figure_value rename constraint figure_value_new_pk to figure_value_pk;
            create trigger figure_value_is_kept before update or delete or truncate on figure_value
                for each statement execute function refuse_change()""";

    private static final String REVISIONS = """
            select agency, year, revision, content
            from revision
            where (agency, year, revision) > (?, ?, ?)
            order by agency, year, revision
            limit ?""";

    private static final Logger LOG = Logger.getLogger(FigureTable.class);

    private final AgroalDataSource database;
    private final FigureValues values;

    FigureTable(AgroalDataSource database, FigureValues values) {
        this.database = database;
        this.values = values;
    }

    /** After a migration from before there was the table in this shape. Another service may be about it already. */
    void makeWhereMissing(@Observes StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement)) {
                makeWhereStillMissing(connection, statement);
            }
        }
    }

    private void makeWhereStillMissing(Connection connection, Statement statement) throws SQLException {
        try (WithoutSocketTimeout withoutSocketTimeout = WithoutSocketTimeout.on(connection)) {
            withoutSocketTimeout.connection().setAutoCommit(false);
            statement.execute(BEGIN);
            if (isMissing(statement)) {
                LOG.infof("Made the table of figures anew from %d revisions", rebuild(connection, statement));
            }
            connection.commit();
        }
    }

    /**
     * Makes it anew; all at once for who reads it.
     *
     * @return how many revisions it is made from
     */
    public long rebuild() throws SQLException {
        try (Connection connection = database.getConnection();
                WithoutSocketTimeout withoutSocketTimeout = WithoutSocketTimeout.on(connection);
                Statement statement = withoutSocketTimeout.connection().createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(BEGIN);
            long revisions = rebuild(connection, statement);
            connection.commit();
            return revisions;
        }
    }

    private static boolean isMissing(Statement statement) throws SQLException {
        try (ResultSet missing = statement.executeQuery(IS_MISSING)) {
            missing.next();
            return missing.getBoolean(1);
        }
    }

    /** What is made by halves must not stay: a connection that is given back open is committed. */
    private long rebuild(Connection connection, Statement statement) throws SQLException {
        try {
            statement.execute(CREATE);
            long revisions = fill(connection);
            statement.execute(END);
            return revisions;
        } catch (SQLException | RuntimeException | Error failed) {
            connection.rollback();
            throw failed;
        }
    }

    private long fill(Connection connection) throws SQLException {
        long revisions = 0;
        RevisionId last = new RevisionId("", (short) 0, 0);
        List<FigureValues.Figured> page = page(connection, last);
        while (!page.isEmpty()) {
            StatementPipeline statements = new StatementPipeline();
            values.write(statements, NEW, page);
            statements.execute(connection);
            revisions += page.size();
            last = page.get(page.size() - 1).id();
            page = page(connection, last);
        }
        return revisions;
    }

    private List<FigureValues.Figured> page(Connection connection, RevisionId after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REVISIONS)) {
            statement.setString(1, after.agency());
            statement.setShort(2, after.year());
            statement.setInt(3, after.revision());
            statement.setInt(4, PAGE);
            List<FigureValues.Figured> page = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(figured(rows));
                }
            }
            return page;
        }
    }

    private FigureValues.Figured figured(ResultSet row) throws SQLException {
        RevisionId id = new RevisionId(row.getString("agency"), row.getShort("year"), row.getInt("revision"));
        return new FigureValues.Figured(id, Contents.read(id.year(), row.getString("content")));
    }
}
