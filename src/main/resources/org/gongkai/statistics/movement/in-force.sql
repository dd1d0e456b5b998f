-- The revision of a report that is in force. Follows data/source-tables.sql.
--
-- Variables:
--   agency, year   the report
select c.revision
from counted c
where c.agency = :'agency' and c.year = :'year'
