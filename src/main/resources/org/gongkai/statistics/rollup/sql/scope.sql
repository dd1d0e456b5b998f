-- Facts about the years and districts of a query that decide which parts its roll-up needs. Follows data/source-tables.sql.
--
-- Variables:
--   districts   codes of the districts in the query
--   agencies    codes of the agencies in the query
--   kind        the kind of the agencies that count
--   yearList    the report years of the query
--   lastYear    the last report year that is over
select (select cast(sum(changes) as bigint) from data_version) as version,
       array(select distinct w.district from place_within w where w.district = any(:'districts')) as districts,
       array(select distinct w.place from place_within w where w.district = any(:'districts')) as places,
       array(select a.code from agency a where a.code = any(:'agencies') and a.kind <> :'kind' order by a.code) as of_other_kind,
       exists (select 1 from unnest(cast(:'yearList' as smallint[])) as y (year)
               where y.year not in (select c.year from cycle c) and y.year <= :'lastYear') as has_unopened,
       exists (select 1 from unlisted u where u.year = any(:'yearList')) as has_unlisted,
       exists (select 1 from agency a where a.split_into <> '{}') as has_splits
