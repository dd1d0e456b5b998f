-- The place, the category and the kind under which a report counts: those of the roster or, where no roster lists the report, those
-- of the agency when the revision was submitted. Follows data/source-tables.sql.
--
-- Variables:
--   agency, year   the report
--   revision       number of the revision; null for a revision that would be submitted now
select p.codes, coalesce(o.category, v.category, a.category) as category,
       coalesce(o.kind, v.kind, a.kind) = 'DEPARTMENT' as is_counted
from (select cast(:'revision' as integer) as revision) n
left join obligation o on o.year = :'year' and o.agency = :'agency'
left join revision v on v.agency = :'agency' and v.year = :'year' and v.revision = n.revision
left join agency a on a.code = :'agency'
left join district d on d.code = a.district
join place p on p.id = coalesce(o.place, v.place, d.place)
