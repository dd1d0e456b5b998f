-- The sum of each series over the departments' reports in force. A series that is zero in all of them has no row.
--
-- Variables:
--   year           the report year
--   inDistrict     whether only agencies in the district :'district' count
--   seriesNumbers  the series to add up
select f.series, sum(f.value) * s.unit as value
from fact f
join series s on s.id = f.series
where f.series = any(:'seriesNumbers') and f.year = :'year'
\if :inDistrict
  and f.place = any(array(select w.place from place_within w where w.district = :'district'))
\endif
group by f.series, s.unit
