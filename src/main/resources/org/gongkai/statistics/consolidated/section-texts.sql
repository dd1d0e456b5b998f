-- The texts of the sections 五 and 六 of some revisions, each cut off at a maximum length.
--
-- Variables:
--   year                  the report year
--   agencies, revisions   the revisions: the code of the agency and the number of each
--   maxLength             the maximum number of characters of a text
select r.agency, left(r.content ->> 'problemsAndImprovements', :'maxLength') as problems,
       left(r.content ->> 'otherMatters', :'maxLength') as matters
from unnest(cast(:'agencies' as text[]), cast(:'revisions' as int[])) as c (agency, revision)
join revision r on r.agency = c.agency and r.year = :'year' and r.revision = c.revision
order by r.agency collate "C"
