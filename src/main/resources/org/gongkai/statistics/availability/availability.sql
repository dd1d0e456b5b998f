-- How many departments' reports are in force and expected, by year, by district and by category, as roll-ups count them on the boundaries of
-- the time of the report. One statement, so that all parts are of the same state of the data.
--
-- Variables:
--   inDistricts, inCategories   whether these are filtered, by :'districts' and :'categories'
--   lastYear                    the last report year that is over
with year_in_force as materialized (
    select distinct c.year from coverage c where c.revision is not null
),
unopened as materialized (
    select y.year from year_in_force y where y.year <= :'lastYear' and y.year not in (select o.year from cycle o)
),
reported as materialized (
    -- departments that have reported for a year that was not opened
    select c.year, c.agency
    from coverage c
    where c.year = any(array(select u.year from unopened u))
),
line as not materialized (
    select c.year, c.place, c.category, c.revision
    from coverage c
    -- as a roll-up without years: those for which any department has a report in force
    where c.year = any(array(select y.year from year_in_force y))
      and (c.owes and c.year <= :'lastYear' or c.revision is not null)
    union all
    -- departments that existed at the end of a year that has reports and was not opened, and have not reported
    select y.year, d.place, k.number, null
    from unopened y
    cross join agency a
    join district d on d.code = a.district
    join category k on k.code = a.category
    where a.kind = 'DEPARTMENT'
      and coalesce(a.valid_from <= make_date(y.year, 12, 31), true)
      and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
      and not exists (select 1 from reported r where r.year = y.year and r.agency = a.number)
),
grouped as materialized (
    select l.year, l.place, l.category, count(l.revision) as reports, count(*) as expected
    from line l
    where true
\if :inDistricts
      and l.place in (select w.place from place_within w where w.district = any(:'districts'))
\endif
\if :inCategories
      and l.category in (select k.number from category k where k.code = any(:'categories'))
\endif
    group by l.year, l.place, l.category
),
by_place as (
    select g.place, sum(g.reports) as reports, sum(g.expected) as expected
    from grouped g
    group by g.place
),
entry as (
    select 'YEAR' as list, cast(g.year as text) as code, null as name, null as level,
           sum(g.reports) as reports, sum(g.expected) as expected
    from grouped g
    group by g.year
    union all
    select 'DISTRICT', d.code, d.name, d.level, t.reports, t.expected
    from (select o.code, sum(b.reports) as reports, sum(b.expected) as expected
          from by_place b
          join place p on p.id = b.place
          cross join unnest(p.codes) with ordinality as o (code, position)
\if :inDistricts
          -- districts above those of the query would show a part of their reports only
          where exists (select 1
                        from unnest(p.codes) with ordinality as a (code, position)
                        where a.code = any(:'districts') and a.position <= o.position)
\endif
          group by o.code) t
    join district d on d.code = t.code
    union all
    select 'CATEGORY', k.code, k.name, null, sum(g.reports), sum(g.expected)
    from grouped g
    join category k on k.number = g.category
    group by k.code, k.name
)
-- the state of the data is answered even where there is nothing
select s.total, s.snapshot, e.list, e.code, e.name, e.level, e.reports, e.expected
from (select cast(sum(changes) as bigint) as total,
             -- a standby does not tell the open transactions
             case when not pg_is_in_recovery() then cast(pg_current_snapshot() as text) end as snapshot
      from data_version) s
left join entry e on true
order by e.list, e.code
