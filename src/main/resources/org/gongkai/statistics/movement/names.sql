-- The names of districts and categories. Follows data/source-tables.sql.
--
-- Variables:
--   districts, categories   their codes
select n.is_district, n.code,
       -- at an instant before it was registered, the name is the current one
       coalesce(n.name,
                (select v.name from district_version v where n.is_district and v.code = n.code and v.until = 'infinity'),
                (select v.name from category_version v where not n.is_district and v.code = n.code and v.until = 'infinity'),
                n.code) as name
from (select true as is_district, u.code, d.name
      from unnest(cast(:'districts' as text[])) as u (code)
      left join district d on d.code = u.code
      union all
      select false, u.code, k.name
      from unnest(cast(:'categories' as text[])) as u (code)
      left join category k on k.code = u.code) n
