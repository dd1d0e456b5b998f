-- The groups of a roll-up, with the reports that they count, and their sums. Follows data/source-tables.sql and one of as-reported.sql and
-- current-boundaries.sql, and comes before answer.sql or rows.sql.
--
-- Variables:
--   ofGovernments   whether the reports are those of governments, which have a deadline of their own
--   keys         the columns of a group: span, then those of key_year, key_district, key_category and key_agency that are grouped by
--   byYear, byDistrict, byCategory, byAgency   whether rows are grouped by these
--   byPlace      whether the districts that count are in the table location
--   manySpans    whether the figures are on the forms of different years: :'spanOfYear' with :'yearOfSpan' names the years of each
--                span, :'spanOfSeries' with :'seriesOfSpan' its series
--   seriesList   the series to add up, :'seriesNumber' or those in :'seriesNumbers', as the right side of a condition
--   byReport     whether the values of each report are needed, in the tables report and report_value
--   sameArea     whether the agencies that count have codes near each other, see the table area
--   manyYears    whether several years count
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
           -- the first moment after the deadline, which is a day in China
           f.first_submitted_at
\if :ofGovernments
               < cast(coalesce(l.deadline, c.government_deadline) + 1 as timestamp) at time zone 'Asia/Shanghai' as in_time,
\else
               < cast(coalesce(l.deadline, c.department_deadline) + 1 as timestamp) at time zone 'Asia/Shanghai' as in_time,
\endif
           l.owes, l.nil, l.nil_stated, l.year, l.reporter, l.revision
    from located l
\if :manySpans
    join unnest(cast(:'spanOfYear' as smallint[]), cast(:'yearOfSpan' as smallint[])) as s (span, year) on s.year = l.year
\endif
\if :byPlace
    join location p on p.id = l.place
\endif
    left join filing f on f.agency = l.reporter and f.year = l.year
    left join cycle c on c.year = l.year
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
    select :keys, count(revision) as reports, count(*) as expected,
           count(*) filter (where owes and revision is not null and in_time) as on_time,
           count(*) filter (where owes) as owing,
           count(*) filter (where owes and revision is not null and not in_time) as late,
           count(*) filter (where revision is not null and nil) as nil,
           count(*) filter (where revision is not null and nil_stated) as nil_stated
    from keyed
    group by :keys
)
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
        on v.series :seriesList and v.agency = c.reporter and v.revision = c.revision
\endif
\if :manyYears
        and v.year = c.year
\endif
    group by :keys, v.series
)
\if :byReport
, report as (
    -- the reports that count, with the keys of their group
    select :keys, year, reporter
    from keyed
    where revision is not null
)
, report_value as (
    select v.year, v.agency as reporter, v.series, v.value
    from (select distinct year, reporter, revision from keyed where revision is not null) r
    join value_counted v on v.series :seriesList and v.year = r.year and v.agency = r.reporter and v.revision = r.revision
)
\endif
