-- The departments that a roll-up expects for the same year and district, and the governments of the district itself that have
-- reported. Follows data/source-tables.sql.
--
-- Variables:
--   year       the report year
--   district   code of the district; null for all departments
, newest as not materialized (
    -- the status of the newest revision of each report
\if :atInstant
    -- a revision that neither waited nor was in force at the instant had been returned
    select distinct on (v.agency, v.year) v.agency, v.year,
           case when :'instant' < v.until then v.status else 'RETURNED' end as status
    from revision_version v
    where v.since <= :'instant'
    order by v.agency, v.year, v.revision desc, v.since desc
\else
    select n.agency, n.year, n.status
    from filing f
    join revision n on n.agency = f.agency and n.year = f.year and n.revision = f.revision
\endif
)
select a.code, coalesce(o.name, a.name) as name, coalesce(o.kind, a.kind) = 'GOVERNMENT' as government, r.revision,
       (select v.content_hash
        from revision v
        where v.agency = a.code and v.year = :'year' and v.revision = r.revision) as content_hash,
       n.status as newest
from agency a
left join cycle c on c.year = :'year'
left join obligation o on o.year = :'year' and o.agency = a.code
join district d on d.code = coalesce(o.district, a.district)
left join district asked on asked.code = :'district'
left join counted r on r.agency = a.code
left join newest n on n.agency = a.code and n.year = :'year'
where case coalesce(o.kind, a.kind)
          when 'GOVERNMENT' then d.code = :'district' and r.revision is not null
          else (cast(:'district' as text) is null or starts_with(d.path, asked.path))
               and (r.revision is not null
                    or case
                           when c.year is not null then not o.exempt
                           else coalesce(a.valid_from <= make_date(:'year', 12, 31), true)
                                and coalesce(a.valid_to >= make_date(:'year', 12, 31), true)
                       end)
      end
order by a.code collate "C"
