-- How many agencies, districts and categories have a report that counts or is expected, for each year: no more than the groups of a
-- roll-up.
--
-- Variables:
--   yearList     the report years
--   lastYear     the last report year that is over
--   inDistricts, inCategories, inAgencies   whether these are filtered, by :'places', :'categories' and :'agencies'
--   byArea       whether districts and categories are counted
with unopened as materialized (
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
, counted as (
    select c.year, c.agency, c.place, c.category
    from coverage c
    where c.year = any(:'yearList') and (c.owes and c.year <= :'lastYear' or c.revision is not null)
\if :inDistricts
      and c.place = any(:'places')
\endif
\if :inCategories
      and c.category in (select k.number from category k where k.code = any(:'categories'))
\endif
\if :inAgencies
      and c.agency in (select a.number from agency a where a.code = any(:'agencies'))
\endif
    union all
    -- years that have not been opened
    select y.year, a.number, d.place, k.number
    from unopened y
    join agency a
        on a.kind = 'DEPARTMENT'
       and coalesce(a.valid_from <= make_date(y.year, 12, 31), true) and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
    join district d on d.code = a.district
    join category k on k.code = a.category
    where not exists (select 1 from reported r where r.year = y.year and r.agency = a.number)
\if :inDistricts
      and d.place = any(:'places')
\endif
\if :inCategories
      and a.category = any(:'categories')
\endif
\if :inAgencies
      and a.code = any(:'agencies')
\endif
)
select c.year, count(*) as agencies,
\if :byArea
       count(distinct p.district) as districts, count(distinct c.category) as categories,
       count(distinct (p.district, c.category)) as both
\else
       0 as districts, 0 as categories, 0 as both
\endif
from counted c
\if :byArea
join place p on p.id = c.place
\endif
group by c.year
