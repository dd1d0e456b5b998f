-- The years for which any department has a report in force. It looks into each year for one report.
--
-- Variables:
--   firstYear   the first report year that a form covers
select y.year
from generate_series(cast(:'firstYear' as int), (select cast(max(year) as int) from filing)) as y (year)
cross join lateral (select 1
                    from revision r
                    left join obligation o on o.agency = r.agency and o.year = r.year
                    where r.year = y.year and r.status = 'ACCEPTED' and coalesce(o.kind, r.kind) = 'DEPARTMENT'
                    limit 1) any_report
order by y.year
