package org.gongkai.platform.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The role that the service uses on the embedded database. It owns the schema and may do nothing else, so that it
 * cannot switch off the triggers of a session, as a superuser can.
 */
final class ServiceRole {

    /** Keeps the password out of the log of the server, whatever its configuration says. */
    private static final String LOG_NO_STATEMENTS = """
            set log_statement = none;
            set log_min_duration_statement = -1;
            set log_min_error_statement = panic;
            """;

    private static final String CREATE = """
            do $$ begin
                if to_regrole('%1$s') is null then
                    create role %1$s;
                end if;
            end $$;
            alter role %1$s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%2$s';
            grant usage, create on schema public to %1$s;
            """;

    /**
     * Gives the role the objects that an earlier version, or a person, created as another role. A sequence of a column
     * has the owner of its table, and members of extensions stay with their extension.
     */
    private static final String OWN = """
            do $$
            declare
                change text;
            begin
                for change in
                    select format('alter %%s %%s owner to %1$s', kind, name)
                    from (
                        select 'pg_class'::regclass as catalog, oid, relowner as owner, relnamespace as namespace,
                               case relkind when 'S' then 'sequence' else 'table' end as kind, oid::regclass::text as name
                        from pg_class where relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                        union all
                        select 'pg_proc'::regclass, oid, proowner, pronamespace, 'routine', oid::regprocedure::text
                        from pg_proc
                        union all
                        select 'pg_type'::regclass, t.oid, typowner, typnamespace, 'type', t.oid::regtype::text
                        from pg_type t left join pg_class c on c.oid = typrelid
                        where typtype in ('d', 'e', 'r') or c.relkind = 'c'
                        union all
                        select 'pg_statistic_ext'::regclass, oid, stxowner, stxnamespace, 'statistics',
                               format('public.%%I', stxname)
                        from pg_statistic_ext) object
                    where namespace = 'public'::regnamespace
                      and owner <> '%1$s'::regrole
                      and not exists (
                          select 1 from pg_depend d
                          where d.classid = object.catalog and d.objid = object.oid
                            and (d.deptype = 'e' or object.kind = 'sequence' and d.deptype in ('a', 'i')))
                loop
                    execute change;
                end loop;
            end $$;
            """;

    private ServiceRole() {}

    /** Creates the role if it is missing, sets its password and makes it the owner of the schema's objects. */
    static void prepare(DataSource superuser, DatabasePassword password) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(LOG_NO_STATEMENTS);
            statement.execute(
                    CREATE.formatted(EmbeddedDatabase.USER, password.value()) + OWN.formatted(EmbeddedDatabase.USER));
        }
    }
}
