-- The warnings without an explanation in some revisions, in the order of the rule book.
--
-- Variables:
--   atInstant             true: explanations given after :'instant' are left out
--   year                  the report year
--   agencies, revisions   the revisions: the code of the agency and the number of each
select f.agency, cast(f.fault as text) as finding
from unnest(cast(:'agencies' as text[]), cast(:'revisions' as int[])) as c (agency, revision)
join finding f on f.agency = c.agency and f.year = :'year' and f.revision = c.revision
where f.severity = 'WARNING'
  and not exists (select 1
                  from explanation e
                  where e.agency = f.agency and e.year = f.year and e.rule = f.rule and e.pointer = f.pointer
                    and e.compared = f.compared
\if :atInstant
                    and e.explained_at <= :'instant'
\endif
                 )
order by f.position
