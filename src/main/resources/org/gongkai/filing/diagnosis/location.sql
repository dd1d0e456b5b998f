-- The place, the category and the kind under which a report counts: those of the roster or, where no roster lists the report, those
-- of the agency when the revision was submitted.
--
-- Variables:
--   agency, year   the report
--   revision       number of the revision; null for a draft
select p.id as place, p.codes, k.code as category, k.name as category_name, coalesce(o.kind, v.kind, a.kind) as kind,
       array(select d.name
             from unnest(p.codes) with ordinality as c (code, position)
             join district d on d.code = c.code
             order by c.position) as names
from (select cast(:'revision' as integer) as revision) n
join agency a on a.code = :'agency'
left join obligation o on o.year = :'year' and o.agency = a.code
left join revision v on v.agency = a.code and v.year = :'year' and v.revision = n.revision
join district d on d.code = a.district
join place p on p.id = coalesce(o.place, v.place, d.place)
join category k on k.code = coalesce(o.category, v.category, a.category)
