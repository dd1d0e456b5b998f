package org.gongkai.platform.distribution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The comments and granted rights of views and of the tables that Citus manages. On the way back, Citus makes each of these
 * tables again, with the views that read it, but without their comments and rights.
 */
final class ViewSettings {

    /** Leaves out the views of the server and of extensions. */
    private static final String STATEMENTS = """
            with relation as (
                select c.oid, c.relacl, case c.relkind when 'v' then 'view' else 'table' end as kind
                from pg_class c
                where (c.relkind = 'v' or c.oid = any(array[%s]))
                  and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            )
            select format('comment on %%s %%s is %%L', r.kind, r.oid::regclass, d.description)
            from relation r
            join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = r.oid and d.objsubid = 0
            union all
            select format('comment on column %%s.%%I is %%L', r.oid::regclass, a.attname, d.description)
            from relation r
            join pg_description d on d.classoid = 'pg_class'::regclass and d.objoid = r.oid
            join pg_attribute a on a.attrelid = r.oid and a.attnum = d.objsubid
            union all
            select format('grant %%s on %%s to %%s%%s', p.privilege_type, r.oid::regclass,
                          case p.grantee when 0 then 'public' else p.grantee::regrole::text end,
                          case when p.is_grantable then ' with grant option' else '' end)
            from relation r
            cross join aclexplode(r.relacl) p
            union all
            select format('grant %%s (%%I) on %%s to %%s%%s', p.privilege_type, a.attname, r.oid::regclass,
                          case p.grantee when 0 then 'public' else p.grantee::regrole::text end,
                          case when p.is_grantable then ' with grant option' else '' end)
            from relation r
            join pg_attribute a on a.attrelid = r.oid and not a.attisdropped
            cross join aclexplode(a.attacl) p""";

    private ViewSettings() {}

    /** Returns the statements that make the comments and grant the rights that there are now. */
    static List<String> statements(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STATEMENTS.formatted(tables()))) {
            List<String> statements = new ArrayList<>();
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
            return statements;
        }
    }

    private static String tables() {
        return DistributedLayout.managed().map("'%s'::regclass"::formatted).collect(Collectors.joining(", "));
    }
}
