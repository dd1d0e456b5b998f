-- The snapshot of the data, and the name that the district had in it. Follows data/source-tables.sql.
--
-- Variables:
--   district   code of the district; null for all departments
select s.total, s.snapshot,
       -- at an instant before the district was registered, its name is the current one
       coalesce((select d.name from district d where d.code = :'district'),
                (select v.name from district_version v where v.code = :'district' and v.until = 'infinity')) as district_name
from state s
