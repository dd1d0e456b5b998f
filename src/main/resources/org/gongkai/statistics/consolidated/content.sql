-- The content of a revision, as JSON.
--
-- Variables:
--   agency, year, revision   the revision
select cast(r.content as text) as content
from revision r
where r.agency = :'agency' and r.year = :'year' and r.revision = :'revision'
