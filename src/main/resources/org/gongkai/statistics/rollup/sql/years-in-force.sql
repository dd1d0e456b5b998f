-- The years for which any department has a report in force. It looks into each year for one report.
--
-- Variables:
--   firstYear   the first report year that a form covers
select y.year
from generate_series(cast(:'firstYear' as int), (select cast(max(year) as int) from coverage)) as y (year)
where exists (select 1 from coverage c where c.year = y.year and c.revision is not null)
order by y.year
