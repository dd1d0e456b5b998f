-- The groups of a roll-up of what is in force, with the reports that they count, and their sums, under the agencies, districts and categories of
-- the time of the report. It reads numbers only, and looks up codes for the groups.
-- Follows location.sql and comes before answer.sql or rows.sql:
--
--     cat data/source-tables.sql rollup/sql/location.sql rollup/sql/in-force.sql rollup/sql/answer.sql | psql -v ...
--
-- Variables:
--   inDistricts, inCategories, inAgencies   whether these are filtered, by :places, :'categories' and :'agencies'
--   places       the places in the districts of the query, as the right side of a condition: = 17, or = any('{...}')
--   byYear, byDistrict, byCategory, byAgency   whether rows are grouped by these
--   keys         the columns of a group: span, then those of key_year, key_district, key_category and key_agency that are grouped by
--   numberKeys   the same before codes are looked up: group_span, then those of group_year, group_place, group_category and group_agency
--   hasUnopened  whether any of the years, :'yearList', has not been opened
--   hasRunning   whether any of the years is not over: only reports count in those later than :'lastYear', and none is expected
--   manySpans    whether the figures are on the forms of different years: :'spanOfYear' with :'yearOfSpan' names the years of each
--                span, :'spanOfSeries' with :'seriesOfSpan' its series
--   byReport     whether the values of each report are needed, in the tables report and report_value
--   seriesList   the series to add up, :'seriesNumber' or those in :'seriesNumbers', as the right side of a condition
\if :inCategories
, category_filter as materialized (
    select array(select k.number from category k where k.code = any(:'categories')) as numbers
)
\endif
\if :inAgencies
, agency_filter as materialized (
    select array(select a.number from agency a where a.code = any(:'agencies')) as numbers
)
\endif
\if :manySpans
, span_year as materialized (
    select s.span, s.year
    from unnest(cast(:'spanOfYear' as smallint[]), cast(:'yearOfSpan' as smallint[])) as s (span, year)
)
\endif
\if :hasUnopened
, unopened as materialized (
    select u.year
    from unnest(cast(:'yearList' as smallint[])) as u (year)
    where u.year not in (select c.year from cycle c) and u.year <= :'lastYear'
)
, reported as materialized (
    -- departments that have reported for a year that was not opened
    select c.year, c.agency
    from coverage c
    where c.year = any(array(select u.year from unopened u))
)
\endif
, line as not materialized (
    -- what is expected or in force
    select c.year, c.place, c.category, c.agency, c.revision, c.on_time, c.nil, c.nil_stated,
\if :hasRunning
           c.owes and c.year <= :'lastYear' as owes
\else
           c.owes
\endif
    from coverage c
    where c.year :years
\if :hasRunning
      and (c.owes and c.year <= :'lastYear' or c.revision is not null)
\else
      and (c.owes or c.revision is not null)
\endif
\if :inDistricts
      and c.place :places
\endif
\if :inCategories
      and c.category = any((select numbers from category_filter)::smallint[])
\endif
\if :inAgencies
      and c.agency = any((select numbers from agency_filter)::int[])
\endif
\if :hasUnopened
    union all
    -- departments that existed at the end of a year that was not opened, and have not reported
    select y.year, d.place, k.number, a.number, null, false, false, false, false
    from unopened y
    cross join agency a
    join district d on d.code = a.district
    join category k on k.code = a.category
    where a.kind = 'DEPARTMENT'
      and coalesce(a.valid_from <= make_date(y.year, 12, 31), true)
      and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
      and not exists (select 1 from reported r where r.year = y.year and r.agency = a.number)
\if :inDistricts
      and d.place :places
\endif
\if :inCategories
      and a.category = any(:'categories')
\endif
\if :inAgencies
      and a.code = any(:'agencies')
\endif
\endif
)
, line_group as materialized (
    -- this and the sums are all that is read from the workers of Citus, which would join them with the tables of the registry otherwise
    select
\if :manySpans
           s.span as group_span,
\else
           0 as group_span,
\endif
\if :byYear
           l.year as group_year,
\endif
\if :byDistrict
           l.place as group_place,
\endif
\if :byCategory
           l.category as group_category,
\endif
\if :byAgency
           l.agency as group_agency,
\endif
           count(l.revision) as reports, count(*) as expected,
           count(*) filter (where l.on_time and l.owes) as on_time,
           count(*) filter (where l.owes) as owing,
           count(*) filter (where l.owes and l.revision is not null and not l.on_time) as late,
           count(*) filter (where l.nil) as nil,
           count(*) filter (where l.nil_stated) as nil_stated
    from line l
\if :manySpans
    join span_year s on s.year = l.year
\endif
    group by :numberKeys
)
, series_unit as materialized (
    select s.id, s.unit from series s where s.id :seriesList
)
, fact_sum as materialized (
    select
\if :manySpans
           s.span as group_span,
\else
           0 as group_span,
\endif
\if :byYear
           f.year as group_year,
\endif
\if :byDistrict
           f.place as group_place,
\endif
\if :byCategory
           f.category as group_category,
\endif
\if :byAgency
           f.agency as group_agency,
\endif
           f.series, sum(f.value) as value
    from fact f
\if :manySpans
    join span_year s on s.year = f.year
    join unnest(cast(:'spanOfSeries' as smallint[]), cast(:'seriesOfSpan' as smallint[])) as q (span, series)
        on q.span = s.span and q.series = f.series
\endif
\if :inAgencies
    -- the place is in the key of a fact
    join coverage c on c.agency = f.agency and c.year = f.year and c.place = f.place
\endif
    where f.series :seriesList and f.year :years
\if :inDistricts
      and f.place :places
\endif
\if :inCategories
      and f.category = any((select numbers from category_filter)::smallint[])
\endif
\if :inAgencies
      and c.agency = any((select numbers from agency_filter)::int[])
\endif
    group by :numberKeys, f.series
)
, grouped as (
    select g.group_span as span,
\if :byYear
           g.group_year as key_year,
\endif
\if :byDistrict
           p.key as key_district,
\endif
\if :byCategory
           k.code as key_category,
\endif
\if :byAgency
           a.code as key_agency,
\endif
\if :byDistrict
           cast(sum(g.reports) as bigint) as reports, cast(sum(g.expected) as bigint) as expected,
           cast(sum(g.on_time) as bigint) as on_time, cast(sum(g.owing) as bigint) as owing,
           cast(sum(g.late) as bigint) as late, cast(sum(g.nil) as bigint) as nil,
           cast(sum(g.nil_stated) as bigint) as nil_stated
\else
           g.reports, g.expected, g.on_time, g.owing, g.late, g.nil, g.nil_stated
\endif
    from line_group g
\if :byDistrict
    join location p on p.id = g.group_place
\endif
\if :byCategory
    join category k on k.number = g.group_category
\endif
\if :byAgency
    join agency a on a.number = g.group_agency
\endif
\if :byDistrict
    group by :keys
\endif
)
, sums as (
    select g.group_span as span,
\if :byYear
           g.group_year as key_year,
\endif
\if :byDistrict
           p.key as key_district,
\endif
\if :byCategory
           k.code as key_category,
\endif
\if :byAgency
           a.code as key_agency,
\endif
           g.series,
\if :byDistrict
           sum(g.value) * s.unit as value
\else
           g.value * s.unit as value
\endif
    from fact_sum g
    join series_unit s on s.id = g.series
\if :byDistrict
    join location p on p.id = g.group_place
\endif
\if :byCategory
    join category k on k.number = g.group_category
\endif
\if :byAgency
    join agency a on a.number = g.group_agency
\endif
\if :byDistrict
    group by :keys, g.series, s.unit
\endif
)
\if :byReport
, report as (
    -- the reports that count, with the keys of their group
    select
\if :manySpans
           s.span,
\else
           0 as span,
\endif
\if :byYear
           l.year as key_year,
\endif
\if :byDistrict
           p.key as key_district,
\endif
\if :byCategory
           k.code as key_category,
\endif
\if :byAgency
           a.code as key_agency,
\endif
           l.year, l.agency as reporter
    from line l
\if :manySpans
    join span_year s on s.year = l.year
\endif
\if :byDistrict
    join location p on p.id = l.place
\endif
\if :byCategory
    join category k on k.number = l.category
\endif
\if :byAgency
    join agency a on a.number = l.agency
\endif
    where l.revision is not null
)
, report_value as (
    select f.year, f.agency as reporter, f.series, f.value * s.unit as value
    from line l
    join fact f on f.series :seriesList and f.year = l.year and f.place = l.place and f.agency = l.agency
    join series s on s.id = f.series
)
\endif
