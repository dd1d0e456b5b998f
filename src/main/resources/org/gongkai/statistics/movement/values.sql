-- The values of a revision. A series that is zero has no row.
--
-- Variables:
--   agency, year, revision   the revision
--   seriesNumbers            the series of its form
select v.series, v.value
from figure_value v
where v.series = any(:'seriesNumbers') and v.year = :'year' and v.agency = :'agency' and v.revision = :'revision'
