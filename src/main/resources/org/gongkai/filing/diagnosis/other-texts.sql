-- The texts of reports in force of other agencies: those of the same district first, then those of the same category. Each text is
-- cut off at a maximum length.
--
-- Variables:
--   agency, year      the report that is compared
--   place, category   its district and category
--   sections          the members of a report that are texts
--   maxLength         the maximum number of characters of a text
--   maxReports        the maximum number of reports
select r.agency, a.name,
       array(select coalesce(left(r.content ->> s.name, :'maxLength'), '')
             from unnest(cast(:'sections' as text[])) as s (name)) as texts
from (select agency, year, revision, content, place, category
      from revision
      where year = :'year' and status = 'ACCEPTED' and agency <> :'agency'
            and (place = :'place' or category = :'category')
      order by place = :'place' desc, agency collate "C"
      limit :'maxReports') r
join agency a on a.code = r.agency
order by r.agency collate "C"
