-- The sum of each series over some revisions. A series that is zero in all of them has no row.
--
-- Variables:
--   year                  the report year
--   agencies, revisions   the revisions: the code of the agency and the number of each
--   seriesNumbers         the series to add up
select v.series, sum(v.value) as value
from unnest(cast(:'agencies' as text[]), cast(:'revisions' as int[])) as c (agency, revision)
join figure_value v on v.agency = c.agency and v.year = :'year' and v.revision = c.revision
where v.series = any(:'seriesNumbers')
  -- codes of agencies of one district mostly start alike: few other codes lie between the first and the last of them
  and v.agency between (select min(a.code) from unnest(cast(:'agencies' as text[])) as a (code))
      and (select max(a.code) from unnest(cast(:'agencies' as text[])) as a (code))
group by v.series
