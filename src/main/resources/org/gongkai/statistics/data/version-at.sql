-- The version of the data in a scope at an instant. A change in several of the districts counts for each of them.
--
-- Variables:
--   inYears, inDistricts   whether these are limited, to :'years' and :'districts'
--   instant                the instant
select cast(coalesce(sum(d.changes), 0) as bigint) as version
from data_change d
\if :inDistricts
left join place_within w on w.place = d.place and w.district = any(:'districts')
\endif
where d.at <= :'instant'
\if :inDistricts
  and (d.place is null or w.place is not null)
\endif
\if :inYears
  and (d.year is null or d.year = any(:'years'))
\endif
