-- The agencies of a district ranked: the statements of the last build without the tables of ADR 18. A statement ends with a semicolon at the end of a line.
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
    select year, agency, revision from revision_status where status = 'ACCEPTED' and year = any(:only_year)
)
select (select cast(sum(changes) as bigint) from data_version) as version,
       array(select distinct w.district from place_within w where w.district = any(:districts)) as districts,
       array(select distinct w.place from place_within w where w.district = any(:districts)) as places,
       array(select a.code from agency a where a.code = any('{}') and a.kind = 'GOVERNMENT' order by a.code) as governments,
       exists (select from unnest(cast(:only_year as smallint[])) as y (year)
               where y.year not in (select c.year from cycle c) and y.year <= :last_year) as has_unopened,
       exists (select from unlisted u where u.year = any(:only_year)) as has_unlisted,
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
    select year, agency, revision from revision_status where status = 'ACCEPTED' and year = :year
)
, listed as (
    select o.year, o.agency, o.place, o.category, o.exempt,
           cast(null as date) as deadline
    from obligation o
    where o.year = :year and o.kind = 'DEPARTMENT'
      and o.place = :place
)
, area as (
    select min(agency) as first, max(agency) as last from listed
)
, line as (
    select o.year, o.agency, o.place, o.category, r.revision,
           not o.exempt as owes,
           o.deadline
    from listed o
    left join counted r
        on r.agency = o.agency
        and r.agency between (select first from area) and (select last from area)
    where not o.exempt or r.revision is not null
)
, located as not materialized (
    select year, agency, place, category, agency as reporter, revision, owes, deadline from line
)
, keyed as (
    select
           0 as span,
           l.agency as key_agency,
           l.year, l.reporter, l.revision
    from located l
)
, value_counted as not materialized (
    select v.series, v.year, v.agency, v.revision, v.value
    from figure_value v
    where v.year = :year
      and v.agency between (select first from area) and (select last from area)
)
, grouped as (
    select span, key_agency, count(c.revision) as reports, count(*) as expected,
           0 as on_time, 0 as owing,
           cast(:series as smallint) as series, sum(v.value) as value
    from keyed c
    left join value_counted v
        on v.series = :series and v.agency = c.reporter and v.revision = c.revision
    group by span, key_agency
)
, answer as (
    (select span, key_agency, series, value, c.reports, c.expected, c.on_time, c.owing
            , g.name as agency_name
     from grouped c
     left join agency g on g.code = c.key_agency
     limit :row_limit + 1)
)
select state.version, state.at, answer.*
from state
left join answer on true;
