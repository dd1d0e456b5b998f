-- The rows of a roll-up, in their order, as many as are wanted, with the statistics of each. Follows one of in-force.sql and sums.sql.
--
-- A measure is a figure, or a rate, for a type of applicant: each group has a row for each measure of its span.
--
-- Variables:
--   keys         the columns of a group: span, then those of key_year, key_district, key_category and key_agency that are grouped by
--   sameGroup    the condition that v and g are the same group
--   byYear, byDistrict, byCategory, byAgency   whether rows are grouped by these
--   grouped      whether rows are grouped by any of these
--   formerNames  whether agencies are named as in the year of the row
--   atCoverage   whether a value needs a coverage of at least :'minCoverage', between 0 and 1
--   compared     whether rows are compared with each other: with all of the same measure and, when grouped by year, of the same year
--   byReport     whether the values of the reports in a group are described
--   order        the order of the rows
--   rowLimit     how many rows are wanted
--   measures, with measureSpans, figurePositions, typePositions and measureKinds   the measures: 0 a figure, 1 a rate of figures,
--                2 the rate of reports on time
--   partMeasures, with partSeries and partSides   the series of each measure: 0 in the numerator, 1 in the denominator
, measure as materialized (
    select *
    from unnest(cast(:'measures' as smallint[]), cast(:'measureSpans' as smallint[]), cast(:'figurePositions' as smallint[]),
                cast(:'typePositions' as smallint[]), cast(:'measureKinds' as smallint[]))
        as m (measure, of_span, figure_position, type_position, kind)
)
, part as materialized (
    select *
    from unnest(cast(:'partMeasures' as smallint[]), cast(:'partSeries' as smallint[]), cast(:'partSides' as smallint[]))
        as p (measure, of_series, side)
)
, part_sum as (
    select :keys, p.measure,
           sum(s.value) filter (where p.side = 0) as numerator, sum(s.value) filter (where p.side = 1) as denominator
    from sums s
    join part p on p.of_series = s.series
    group by :keys, p.measure
)
, cell as (
    select g.*, m.measure, m.figure_position, m.type_position, m.kind,
           case m.kind when 2 then cast(g.on_time as numeric) else coalesce(v.numerator, 0) end as numerator,
           case m.kind when 1 then coalesce(v.denominator, 0) when 2 then cast(g.owing as numeric) end as denominator,
\if :atCoverage
           coalesce(g.reports < :'minCoverage' * g.expected, false) as withheld
\else
           false as withheld
\endif
    from measure m
\if :grouped
    join grouped g on g.span = m.of_span
\else
    -- a query without keys has its rows even when no report is expected
    left join grouped g on g.span = m.of_span
\endif
    left join part_sum v on :sameGroup and v.measure = m.measure
)
, valued as (
    select c.*,
           case
               when c.withheld or c.kind <> 2 and coalesce(c.reports, 0) = 0 then null
               when c.kind = 0 then c.numerator
               else round(c.numerator / nullif(c.denominator, 0), 6)
           end as value
    from cell c
)
\if :byReport
, report_part as (
    select r.reporter, r.year, p.measure,
           sum(r.value) filter (where p.side = 0) as numerator, sum(r.value) filter (where p.side = 1) as denominator
    from report_value r
    join part p on p.of_series = r.series
    group by r.reporter, r.year, p.measure
)
, distribution as (
    select :keys, measure, round(avg(own), 6) as mean,
           percentile_cont(array[0.25, 0.5, 0.75]) within group (order by own) as quartiles
    from (select r.*, m.measure,
                 case m.kind
                     when 0 then coalesce(n.numerator, 0)
                     when 1 then coalesce(n.numerator, 0) / nullif(n.denominator, 0)
                 end as own
          from report r
          join measure m on m.of_span = r.span
          left join report_part n on n.reporter = r.reporter and n.year = r.year and n.measure = m.measure) o
    group by :keys, measure
)
\endif
, compared as (
    select g.*,
\if :compared
           -- equal values have the same rank, and the next one leaves out as many
           case when g.value is not null then rank() over (peers order by g.value desc nulls last) end as rank,
           -- the share of the other rows that are lower
           case when g.value is not null
               then round(100.0 * (rank() over (peers order by g.value nulls last) - 1)
                              / nullif(count(g.value) over peers - 1, 0), 2) end as percentile,
           case when g.kind = 0 then round(g.value / nullif(sum(g.value) over peers, 0), 6) end as share,
\else
           cast(null as bigint) as rank, cast(null as numeric) as percentile, cast(null as numeric) as share,
\endif
\if :byReport
           case when not g.withheld then v.mean end as mean, case when not g.withheld then v.quartiles end as quartiles
\else
           cast(null as numeric) as mean, cast(null as float8[]) as quartiles
\endif
    from valued g
\if :byReport
    left join distribution v on :sameGroup and v.measure = g.measure
\endif
\if :compared
    window peers as (partition by g.measure
\if :byYear
                     , g.key_year
\endif
                    )
\endif
)
, wanted as (
    select c.*, row_number() over (order by :order) as position
    from compared c
    order by position
    limit :'rowLimit'
)
-- the state of the data is answered even where there is no row
select state.total, state.snapshot, w.*
\if :byDistrict
       , d.name as district_name
\endif
\if :byCategory
       , k.name as category_name
\endif
\if :byAgency
\if :formerNames
       , coalesce(o.name, a.name) as agency_name
\else
       , a.name as agency_name
\endif
\endif
from state
left join wanted w on true
\if :byDistrict
left join district d on d.code = w.key_district
\endif
\if :byCategory
left join category k on k.code = w.key_category
\endif
\if :byAgency
left join agency a on a.code = w.key_agency
\if :formerNames
left join obligation o on o.year = w.key_year and o.agency = w.key_agency
\endif
\endif
order by w.position
