-- The sums of a roll-up: for each group, how many reports it counts, and in rows of their own the sum of each series.
-- Follows data/source-tables.sql and one of as-reported.sql and current-boundaries.sql.
--
-- Variables:
--   keys         the columns of a group: span, then those of key_year, key_district, key_category and key_agency that are grouped by
--   byYear, byDistrict, byCategory, byAgency   whether rows are grouped by these
--   byPlace      whether the districts that count are in the table location
--   formerNames  whether agencies are named as in the year of the row
--   onTime       whether the reports on time are counted
--   manySpans    whether the figures are on the forms of different years: :'spanOfYear' with :'yearOfSpan' names the years of each
--                span, :'spanOfSeries' with :'seriesOfSpan' its series; :'rowsOfSpan' is how many rows a group of each span has
--   oneSeries    whether one series, :'seriesNumber', is added up, in the pass that counts the reports; otherwise those in
--                :'seriesNumbers' are added up
--   sameArea     whether the agencies that count have codes near each other, see the table area
--   manyYears    whether several years count
--   maxRows      how many groups, and how many rows made of them, an answer may have at most
, keyed as (
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
           l.category as key_category,
\endif
\if :byAgency
           l.agency as key_agency,
\endif
\if :onTime
           l.owes,
           l.owes and l.revision is not null
               -- the first moment after the deadline, which is a day in China
               and f.first_submitted_at
                   < cast(coalesce(l.deadline, c.department_deadline) + 1 as timestamp) at time zone 'Asia/Shanghai' as on_time,
\endif
           l.year, l.reporter, l.revision
    from located l
\if :manySpans
    join unnest(cast(:'spanOfYear' as smallint[]), cast(:'yearOfSpan' as smallint[])) as s (span, year) on s.year = l.year
\endif
\if :byPlace
    join location p on p.id = l.place
\endif
\if :onTime
    left join filing f on f.agency = l.reporter and f.year = l.year
    left join cycle c on c.year = l.year
\endif
)
, value_counted as not materialized (
    select v.series, v.year, v.agency, v.revision, v.value
    from figure_value v
    where v.year :years
\if :sameArea
      and v.agency between (select first from area) and (select last from area)
\endif
)
, grouped as (
    select :keys, count(c.revision) as reports, count(*) as expected,
\if :onTime
           count(*) filter (where on_time) as on_time, count(*) filter (where owes) as owing,
\else
           0 as on_time, 0 as owing,
\endif
\if :oneSeries
           cast(:'seriesNumber' as smallint) as series, sum(v.value) as value
\else
           cast(null as smallint) as series, cast(null as numeric) as value
\endif
    from keyed c
\if :oneSeries
    left join value_counted v
        on v.series = :'seriesNumber' and v.agency = c.reporter and v.revision = c.revision
\if :manyYears
        and v.year = c.year
\endif
\endif
    group by :keys
)
\if :oneSeries
\else
, sums as (
    select :keys, v.series, sum(v.value) as value
    from keyed c
\if :manySpans
    join unnest(cast(:'spanOfSeries' as smallint[]), cast(:'seriesOfSpan' as smallint[])) as s (of_span, series)
        on s.of_span = c.span
    join value_counted v
        on v.series = s.series and v.agency = c.reporter and v.revision = c.revision
\else
    join value_counted v
        on v.series = any(:'seriesNumbers') and v.agency = c.reporter and v.revision = c.revision
\endif
\if :manyYears
        and v.year = c.year
\endif
    group by :keys, v.series
)
\endif
, answer as (
    (select :keys, series, value, c.reports, c.expected, c.on_time, c.owing
\if :byDistrict
            , d.name as district_name
\endif
\if :byCategory
            , k.name as category_name
\endif
\if :byAgency
\if :formerNames
            , coalesce(o.name, g.name) as agency_name
\else
            , g.name as agency_name
\endif
\endif
     from grouped c
\if :byDistrict
     left join district d on d.code = c.key_district
\endif
\if :byCategory
     left join category k on k.code = c.key_category
\endif
\if :byAgency
     left join agency g on g.code = c.key_agency
\if :formerNames
     left join obligation o on o.year = c.key_year and o.agency = c.key_agency
\endif
\endif
     limit :'maxRows' + 1)
\if :oneSeries
\else
    union all
    (select :keys, series, value, null, null, null, null
\if :byDistrict
            , null
\endif
\if :byCategory
            , null
\endif
\if :byAgency
            , null
\endif
     from sums
     -- an answer that would be too long is not made
     where (select sum((cast(:'rowsOfSpan' as int[]))[span + 1]) from grouped) <= :'maxRows')
\endif
)
-- the state of the data is answered even where there is nothing to add up
select state.version, state.at, answer.*
from state
left join answer on true
