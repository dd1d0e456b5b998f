package org.gongkai.filing.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.report.Contents;
import org.gongkai.sql.BatchUpdate;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.RecordTable;
import org.gongkai.sql.StatementPipeline;
import org.gongkai.sql.WithoutSocketTimeout;
import org.jboss.logging.Logger;

/** Rebuilds the table of figures, which is derived from the stored revisions only, and the tables derived from it. */
@ApplicationScoped
public class FigureTable {

    /** Number of revisions that are read at once. */
    private static final int PAGE_SIZE = 500;

    private static final BatchUpdate<FigureValueRow> ADD_TO_NEW_TABLE =
            RecordTable.of("figure_value_new", FigureValueRow.class).insert();

    private static final String IS_MISSING =
            "select exists (select 1 from revision) and not exists (select 1 from figure_value)";

    /** Takes a table lock: one rebuild at a time, submissions wait, reading goes on. */
    private static final String LOCK = """
            set local statement_timeout = 0;
            set local lock_timeout = 0;
            lock table revision in share row exclusive mode""";

    /** Creates the new table without a key; adding the key after all rows takes less time. */
    private static final String CREATE =
            "create table figure_value_new (like figure_value including all excluding indexes)";

    /** Views follow a table by its identity, not its name, so they are defined again; their rights and comments stay. */
    private static final String REPLACE = """
            do $$
            declare
                key text := pg_get_constraintdef(oid) from pg_constraint where conname = 'figure_value_pk';
                dependent record;
            begin
                execute 'alter table figure_value_new add constraint figure_value_new_pk ' || key;
                for dependent in
                    select distinct v.oid::regclass as name, v.reloptions as options, pg_get_viewdef(v.oid) as definition
                    from pg_depend d
                    join pg_rewrite r on r.oid = d.objid
                    join pg_class v on v.oid = r.ev_class
                    where d.classid = 'pg_rewrite'::regclass and d.refobjid = 'figure_value'::regclass
                loop
                    execute format('create or replace view %s %s as %s', dependent.name,
                        'with (' || array_to_string(dependent.options, ', ') || ')',
                        regexp_replace(dependent.definition, '\\mfigure_value\\M', 'figure_value_new', 'g'));
                end loop;
            end $$;
            analyze figure_value_new;
            drop table figure_value;
            alter table figure_value_new rename to figure_value;
            alter table figure_value rename constraint figure_value_new_pk to figure_value_pk;
            create trigger figure_value_is_kept before update or delete or truncate on figure_value
                for each statement execute function refuse_change();
            create trigger figure_value_adds_facts after insert on figure_value referencing new table as added
                for each statement execute function add_new_facts();
            select rebuild_coverage()""";

    private static final NamedSql REVISIONS = NamedSql.of("""
            select agency, year, revision, content
            from revision
            where (agency, year, revision) > (:'agency', :'year', :'revision')
            order by agency, year, revision
            limit :'size'""");

    private static final Logger LOG = Logger.getLogger(FigureTable.class);

    private final AgroalDataSource database;
    private final FigureValues values;

    FigureTable(AgroalDataSource database, FigureValues values) {
        this.database = database;
        this.values = values;
    }

    /** Fills the table after a migration that emptied it. Several services may start at the same time. */
    void rebuildIfMissing(@Observes StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (isMissing(statement)) {
                rebuildIfStillMissing(connection, statement);
            }
        }
    }

    private void rebuildIfStillMissing(Connection connection, Statement statement) throws SQLException {
        try (WithoutSocketTimeout withoutSocketTimeout = WithoutSocketTimeout.on(connection)) {
            withoutSocketTimeout.connection().setAutoCommit(false);
            statement.execute(LOCK);
            if (isMissing(statement)) {
                LOG.infof("Rebuilt the table of figures from %d revisions", replace(connection, statement));
            }
            connection.commit();
        }
    }

    /**
     * Rebuilds the table. Readers see the old rows until the new ones are complete.
     *
     * @return the number of revisions that it is derived from
     */
    public long rebuild() throws SQLException {
        try (Connection connection = database.getConnection();
                WithoutSocketTimeout withoutSocketTimeout = WithoutSocketTimeout.on(connection);
                Statement statement = withoutSocketTimeout.connection().createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(LOCK);
            long revisions = replace(connection, statement);
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

    /** Rolls back after a failure, as closing a connection with an open transaction commits it. */
    private long replace(Connection connection, Statement statement) throws SQLException {
        try {
            statement.execute(CREATE);
            long revisions = fill(connection);
            statement.execute(REPLACE);
            return revisions;
        } catch (SQLException | RuntimeException | Error failed) {
            connection.rollback();
            throw failed;
        }
    }

    private long fill(Connection connection) throws SQLException {
        long revisions = 0;
        RevisionId last = new RevisionId("", (short) 0, 0);
        List<FigureValues.RevisionContents> page = page(connection, last);
        while (!page.isEmpty()) {
            StatementPipeline statements = new StatementPipeline();
            ADD_TO_NEW_TABLE.addTo(statements, values.rows(page));
            statements.execute(connection);
            revisions += page.size();
            last = page.get(page.size() - 1).id();
            page = page(connection, last);
        }
        return revisions;
    }

    private List<FigureValues.RevisionContents> page(Connection connection, RevisionId after) throws SQLException {
        Map<String, ?> values =
                Map.of("agency", after.agency(), "year", after.year(), "revision", after.revision(), "size", PAGE_SIZE);
        return REVISIONS.list(connection, values, this::revision);
    }

    private FigureValues.RevisionContents revision(ResultSet row) throws SQLException {
        RevisionId id = Tables.revisionId(row);
        return new FigureValues.RevisionContents(id, Contents.read(id.year(), row.getString("content")));
    }
}
