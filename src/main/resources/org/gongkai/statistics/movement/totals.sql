-- The totals of some districts: the number of reports that count, with no series, and the sum of each series, by category. A sum of zero
-- has no row. Follows data/source-tables.sql.
--
-- Variables:
--   atInstant      true: adds up what was in force at :'instant'; false: adds up the numbers of what is in force
--   year           the report year
--   districts      codes of the districts
--   categories     codes of the categories that are added up alone; all others are one, without a code
--   seriesNumbers  the series to add up
, area as (
    -- the places in each district
    select w.district, w.place from place_within w where w.district = any(:'districts')
)
\if :atInstant
, reported as not materialized (
    select r.agency, r.revision, coalesce(o.place, v.place) as place, coalesce(o.category, v.category) as category
    from counted r
    join revision v on v.year = r.year and v.agency = r.agency and v.revision = r.revision
    left join obligation o on o.year = r.year and o.agency = r.agency
    where coalesce(o.kind, v.kind) = 'DEPARTMENT'
      and coalesce(o.place, v.place) in (select a.place from area a)
)
, value as (
    select r.place, r.category, f.series, sum(f.value) as value
    from reported r
    join figure_value f
        on f.series = any(:'seriesNumbers') and f.year = :'year' and f.agency = r.agency and f.revision = r.revision
    group by r.place, r.category, f.series
    union all
    select r.place, r.category, null, count(*)
    from reported r
    group by r.place, r.category
)
\else
, numbered as (
    select f.place, f.category, f.series, sum(f.value) * s.unit as value
    from fact f
    join series s on s.id = f.series
    where f.series = any(:'seriesNumbers') and f.year = :'year' and f.place = any(array(select a.place from area a))
    group by f.place, f.category, f.series, s.unit
    union all
    select c.place, c.category, null, count(*)
    from coverage c
    where c.year = :'year' and c.revision is not null and c.place = any(array(select a.place from area a))
    group by c.place, c.category
)
, value as (
    select n.place, k.code as category, n.series, n.value
    from numbered n
    join category k on k.number = n.category
)
\endif
select a.district, case when v.category = any(:'categories') then v.category end as category, v.series, sum(v.value) as value
from value v
join area a on a.place = v.place
group by 1, 2, v.series
