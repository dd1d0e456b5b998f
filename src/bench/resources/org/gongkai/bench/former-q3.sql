-- Everything by year: the statements of the last build without the tables of ADR 18. A statement ends with a semicolon at the end of a line.
select cast(sum(changes) as bigint) as version from data_version;

with recursive
revision_status as not materialized (
    select year, agency, revision, status from revision
),
unlisted as not materialized (
    select year, agency from filing where unlisted
),
state (version, at) as not materialized (
    select cast(sum(changes) as bigint), (select max(at) from data_change) from data_version
),
counted as not materialized (
    select year, agency, revision from revision_status where status = 'ACCEPTED' and year is not null
)
select y.year
from generate_series(cast(:first_year as int), (select max(year) from filing)) as y (year)
cross join lateral (select 1
                    from counted r
                    join revision v on v.agency = r.agency and v.year = r.year and v.revision = r.revision
                    left join obligation o on o.agency = r.agency and o.year = y.year
                    where r.year = y.year and coalesce(o.kind, v.kind) = 'DEPARTMENT'
                    limit 1) any_report
order by y.year;

with recursive
revision_status as not materialized (
    select year, agency, revision, status from revision
),
unlisted as not materialized (
    select year, agency from filing where unlisted
),
state (version, at) as not materialized (
    select cast(sum(changes) as bigint), (select max(at) from data_change) from data_version
),
counted as not materialized (
    select year, agency, revision from revision_status where status = 'ACCEPTED' and year = any(:years)
)
select (select cast(sum(changes) as bigint) from data_version) as version,
       array(select distinct w.district from place_within w where w.district = any('{}')) as districts,
       array(select distinct w.place from place_within w where w.district = any('{}')) as places,
       array(select a.code from agency a where a.code = any('{}') and a.kind = 'GOVERNMENT' order by a.code) as governments,
       exists (select from unnest(cast(:years as smallint[])) as y (year)
               where y.year not in (select c.year from cycle c) and y.year <= :last_year) as has_unopened,
       exists (select from unlisted u where u.year = any(:years)) as has_unlisted,
       exists (select from agency a where a.split_into <> '{}') as has_splits;

with recursive
revision_status as not materialized (
    select year, agency, revision, status from revision
),
unlisted as not materialized (
    select year, agency from filing where unlisted
),
state (version, at) as not materialized (
    select cast(sum(changes) as bigint), (select max(at) from data_change) from data_version
),
counted as not materialized (
    select year, agency, revision from revision_status where status = 'ACCEPTED' and year = any(:years)
)
, listed as (
    select o.year, o.agency, o.place, o.category, o.exempt,
           cast(null as date) as deadline
    from obligation o
    where o.year = any(:years) and o.kind = 'DEPARTMENT'
)
, line as (
    select o.year, o.agency, o.place, o.category, r.revision,
           not o.exempt as owes,
           o.deadline
    from listed o
    left join counted r
        on r.year = o.year and r.agency = o.agency
    where not o.exempt or r.revision is not null
)
, located as not materialized (
    select year, agency, place, category, agency as reporter, revision, owes, deadline from line
)
, keyed as (
    select
           0 as span,
           l.year as key_year,
           l.year, l.reporter, l.revision
    from located l
)
, value_counted as not materialized (
    select v.series, v.year, v.agency, v.revision, v.value
    from figure_value v
    where v.year = any(:years)
)
, grouped as (
    select span, key_year, count(c.revision) as reports, count(*) as expected,
           0 as on_time, 0 as owing,
           cast(:series as smallint) as series, sum(v.value) as value
    from keyed c
    left join value_counted v
        on v.series = :series and v.agency = c.reporter and v.revision = c.revision
        and v.year = c.year
    group by span, key_year
)
, answer as (
    (select span, key_year, series, value, c.reports, c.expected, c.on_time, c.owing
     from grouped c
     limit :row_limit + 1)
)
select state.version, state.at, answer.*
from state
left join answer on true;
