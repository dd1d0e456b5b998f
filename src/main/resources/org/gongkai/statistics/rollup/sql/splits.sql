-- The agencies in a roll-up on current boundaries that were split, with the years that they have reported on: no other agency continues
-- their series. Follows data/source-tables.sql and current-boundaries.sql.
--
-- Variables:
--   byPlace   whether the districts that count are in the table location
select a.code, a.name, a.split_into, array_agg(distinct l.year order by l.year) as years
from located l
join agency a on a.code = l.agency and a.split_into <> '{}'
\if :byPlace
join location p on p.id = l.place
\endif
where l.revision is not null
group by a.code, a.name, a.split_into
order by a.code
