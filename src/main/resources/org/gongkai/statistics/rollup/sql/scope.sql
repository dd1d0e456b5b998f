-- Facts about the years and districts of a query that decide which parts its roll-up needs. Follows data/source-tables.sql.
-- A path ends with a slash; 0 is the character after the slash.
--
-- Variables:
--   districts   codes of the districts in the query
--   yearList    the report years of the query
select (select cast(sum(changes) as bigint) from data_version) as version,
       array(select distinct d.code
             from district f
             join district d on d.path ~>=~ f.path and d.path ~<~ (left(f.path, -1) || '0')
             where f.code = any(:'districts')) as within,
       exists (select from unnest(cast(:'yearList' as smallint[])) as y (year)
               where y.year not in (select c.year from cycle c)) as has_unopened,
       exists (select from unlisted u where u.year = any(:'yearList')) as has_unlisted
