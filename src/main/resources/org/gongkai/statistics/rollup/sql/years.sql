-- The years for which any agency of a kind has a report that counts. Follows data/source-tables.sql.
-- It looks into each year, from the first to the last, for one report: with an index, that is little to read.
--
-- Variables:
--   kind        the kind of the agencies
--   firstYear   the first report year that a form covers
select y.year
from generate_series(cast(:'firstYear' as int), (select max(year) from filing)) as y (year)
cross join lateral (select 1
                    from counted r
                    join revision v on v.agency = r.agency and v.year = r.year and v.revision = r.revision
                    left join obligation o on o.agency = r.agency and o.year = y.year
                    where r.year = y.year and coalesce(o.kind, v.kind) = :'kind'
                    limit 1) any_report
order by y.year
