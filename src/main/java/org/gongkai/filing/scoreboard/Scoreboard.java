package org.gongkai.filing.scoreboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.registry.code.Named;
import org.gongkai.sql.NamedSql;
import org.hibernate.Session;

/** Counts the rows of the scoreboard from obligations, revisions, events and refused submissions. */
@ApplicationScoped
class Scoreboard {

    /** The reports that are counted, each once, with the keys of its row; a key that is not grouped by is null. */
    private static final String REPORTS = """
            with report as materialized (
                select r.year, r.agency, r.state, r.due,
                       case when :'year' then r.year end as key_year,
                       case when :'district' then r.district end as key_district,
                       case when :'category' then r.category end as key_category,
                       case when :'agency' then r.agency end as key_agency
                from (select o.year, o.agency, o.district, o.category, o.place, o.kind, o.state, o.due
                      from obligation_state o
                      where o.state <> 'EXEMPT' and o.year <= :'lastYear'
                      union all
                      select k.year, k.agency, a.district, a.category, d.place, a.kind, null, null
                      from (select year, agency from filing where unlisted
                            union
                            select f.year, f.agency
                            from obligation o
                            join filing f on f.year = o.year and f.agency = o.agency
                            where o.exempt
                            union
                            select year, agency from filing where year > :'lastYear'
                            union
                            select year, agency from refused_attempt) k
                      join agency a on a.code = k.agency
                      join district d on d.code = a.district
                      where not exists (
                          select 1 from obligation o
                          where o.year = k.year and o.agency = k.agency and not o.exempt and o.year <= :'lastYear')) r
                where (:'allAgencies' or r.agency = any(:'ownAgencies'))
                  and (:'allYears' or r.year = any(:'ownYears'))
                  and (cardinality(:'years') = 0 or r.year = any(:'years'))
                  and (cardinality(:'districts') = 0
                       or r.place = any(array(
                           select w.place from place_within w where w.district = any(:'districts'))))
                  and (cardinality(:'categories') = 0 or r.category = any(:'categories'))
                  and (cardinality(:'agencies') = 0 or r.agency = any(:'agencies'))
                  and (:'kind' = '' or r.kind = :'kind')
            ), warning as materialized (
                select r.year, r.agency, n.rule,
                       exists (select 1 from explanation e
                               where e.agency = n.agency and e.year = n.year and e.rule = n.rule and e.pointer = n.pointer
                                 and e.compared = n.compared) as explained
                from report r
                cross join lateral (
                    select v.revision
                    from revision v
                    where v.agency = r.agency and v.year = r.year and v.status in ('ACCEPTED', 'SUBMITTED')
                    order by v.revision desc
                    limit 1
                ) v
                join finding n
                    on n.agency = r.agency and n.year = r.year and n.revision = v.revision and n.severity = 'WARNING'
            )""";

    private static final NamedSql COUNTS = NamedSql.of(REPORTS + """
            select k.*, d.name as district_name, c.name as category_name, a.name as agency_name
            from (select r.key_year, r.key_district, r.key_category, r.key_agency,
                         count(*) filter (where r.state is not null) as expected,
                         count(*) filter (where r.state = 'ON_TIME') as on_time,
                         count(*) filter (where r.state = 'LATE') as late,
                         count(*) filter (where r.state = 'RETURNED') as not_resubmitted,
                         count(*) filter (where r.state = 'MISSING') as missing,
                         count(*) filter (where r.state in ('MISSING', 'RETURNED') and r.due <= :'now') as overdue,
                         coalesce(sum(t.attempts), 0) as refused_attempts,
                         coalesce(sum(v.returned), 0) as returned,
                         coalesce(sum(v.withdrawn), 0) as withdrawn,
                         coalesce(sum(e.corrected), 0) as corrected,
                         coalesce(sum(w.open), 0) as open_warnings,
                         coalesce(sum(w.explained), 0) as explained_warnings
                  from report r
                  left join (select year, agency, sum(attempts) as attempts from refused_attempt group by year, agency) t
                      on t.year = r.year and t.agency = r.agency
                  left join (select year, agency,
                                    count(*) filter (where status = 'RETURNED') as returned,
                                    count(*) filter (where status = 'WITHDRAWN' and decided_at is not null) as withdrawn
                             from revision
                             where status in ('RETURNED', 'WITHDRAWN')
                               and (cardinality(:'years') = 0 or year = any(:'years'))
                             group by year, agency) v
                      on v.year = r.year and v.agency = r.agency
                  left join (select year, agency, count(*) as corrected
                             from event
                             where type = 'REPORT_SUPERSEDED' and (cardinality(:'years') = 0 or year = any(:'years'))
                             group by year, agency) e
                      on e.year = r.year and e.agency = r.agency
                  left join (select year, agency,
                                    count(*) filter (where not explained) as open,
                                    count(*) filter (where explained) as explained
                             from warning group by year, agency) w
                      on w.year = r.year and w.agency = r.agency
                  group by r.key_year, r.key_district, r.key_category, r.key_agency) k
            left join district d on d.code = k.key_district
            left join category c on c.code = k.key_category
            left join agency a on a.code = k.key_agency""");

    private static final NamedSql RULES = NamedSql.of(REPORTS + """
            select r.key_year, r.key_district, r.key_category, r.key_agency, s.rule,
                   sum(s.open) as open_warnings, sum(s.explained) as explained_warnings, sum(s.attempts) as refused_attempts
            from report r
            join (select year, agency, rule,
                         count(*) filter (where not explained) as open,
                         count(*) filter (where explained) as explained,
                         0 as attempts
                  from warning group by year, agency, rule
                  union all
                  select year, agency, rule, 0, 0, sum(attempts) from refused_attempt_rule group by year, agency, rule) s
                on s.year = r.year and s.agency = r.agency
            group by r.key_year, r.key_district, r.key_category, r.key_agency, s.rule
            order by s.rule""");

    private final Session session;

    Scoreboard(Session session) {
        this.session = session;
    }

    /** The keys of a row, as they are in the database; those that are not grouped by are {@code null}. */
    private record Keys(String year, String district, String category, String agency) {

        static Keys of(ResultSet row) throws SQLException {
            return new Keys(
                    row.getString("key_year"),
                    row.getString("key_district"),
                    row.getString("key_category"),
                    row.getString("key_agency"));
        }
    }

    /** A row that has no rules yet. */
    private record Counted(Keys keys, ScoreboardRow row) {}

    /** Returns the rows, sorted by their keys; a single row with zeros if they are not grouped and nothing is counted. */
    List<ScoreboardRow> rows(ScoreboardQuery query) {
        Map<String, Object> values = query.values();
        List<ScoreboardRow> rows = session.doReturningWork(connection -> rows(connection, values)).stream()
                .sorted(Comparator.comparing(ScoreboardRow::key))
                .toList();
        return rows.isEmpty() && query.groupBy().isEmpty() ? List.of(ScoreboardRow.ZEROS) : rows;
    }

    private static List<ScoreboardRow> rows(Connection connection, Map<String, Object> values) throws SQLException {
        Map<Keys, List<RuleScore>> rules = new HashMap<>();
        RULES.list(connection, values, row -> rules.computeIfAbsent(Keys.of(row), keys -> new ArrayList<>())
                .add(score(row)));
        List<Counted> counted = COUNTS.list(connection, values, row -> new Counted(Keys.of(row), row(row)));
        boolean byRule = Boolean.TRUE.equals(values.get(ScoreboardKey.RULE.code()));
        List<ScoreboardRow> rows = new ArrayList<>();
        for (Counted line : counted) {
            List<RuleScore> scores = rules.getOrDefault(line.keys(), List.of());
            if (byRule) {
                scores.forEach(score -> rows.add(line.row().of(score)));
            } else {
                rows.add(line.row().with(scores));
            }
        }
        return rows;
    }

    private static RuleScore score(ResultSet row) throws SQLException {
        return new RuleScore(
                row.getString("rule"),
                row.getLong("open_warnings"),
                row.getLong("explained_warnings"),
                row.getLong("refused_attempts"));
    }

    private static ScoreboardRow row(ResultSet row) throws SQLException {
        return new ScoreboardRow(
                row.getObject("key_year", Integer.class),
                named(row, "district"),
                named(row, "category"),
                named(row, "agency"),
                null,
                row.getLong("expected"),
                row.getLong("on_time"),
                row.getLong("late"),
                row.getLong("not_resubmitted"),
                row.getLong("missing"),
                row.getLong("overdue"),
                row.getLong("refused_attempts"),
                row.getLong("returned"),
                row.getLong("corrected"),
                row.getLong("withdrawn"),
                row.getLong("open_warnings"),
                row.getLong("explained_warnings"),
                List.of());
    }

    private static Named named(ResultSet row, String key) throws SQLException {
        String code = row.getString("key_" + key);
        return code == null ? null : new Named(code, row.getString(key + "_name"));
    }
}
