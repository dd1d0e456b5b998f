-- The departments that a roll-up expects for the same year and district, and the governments of the district itself that have
-- reported. Follows data/source-tables.sql.
--
-- Variables:
--   year       the report year
--   isOver     whether the year is over; before that, no report is expected
--   district   code of the district; null for all departments
, newest as not materialized (
    -- the status of the newest revision of each report that was not withdrawn
\if :atInstant
    -- a revision that neither waited nor was in force at the instant had been returned
    select distinct on (v.agency, v.year) v.agency, v.year,
           case when :'instant' < v.until then v.status else 'RETURNED' end as status
    from revision_version v
    join revision r on r.agency = v.agency and r.year = v.year and r.revision = v.revision
    where v.year = :'year' and v.since <= :'instant' and coalesce(r.withdrawal_at > :'instant', true)
    order by v.agency, v.year, v.revision desc, v.since desc
\else
    select f.agency, f.year,
           coalesce(nullif(n.status, 'WITHDRAWN'),
                    (select e.status
                     from revision e
                     where e.agency = f.agency and e.year = f.year and e.status <> 'WITHDRAWN'
                     order by e.revision desc
                     limit 1)) as status
    from filing f
    join revision n on n.agency = f.agency and n.year = f.year and n.revision = f.revision
\endif
)
select a.code, coalesce(o.name, a.name) as name, coalesce(o.kind, v.kind, a.kind) = 'GOVERNMENT' as government, r.revision,
       v.content_hash, n.status as newest
from agency a
join district d on d.code = a.district
left join cycle c on c.year = :'year'
left join obligation o on o.year = :'year' and o.agency = a.code
left join counted r on r.agency = a.code
left join revision v on v.agency = a.code and v.year = :'year' and v.revision = r.revision
join place p on p.id = coalesce(o.place, v.place, d.place)
left join newest n on n.agency = a.code and n.year = :'year'
where case coalesce(o.kind, v.kind, a.kind)
          when 'GOVERNMENT' then p.district = :'district' and r.revision is not null
          else (cast(:'district' as text) is null
                or p.id in (select w.place from place_within w where w.district = :'district'))
               and (r.revision is not null
                    or :'isOver'
                       and case
                               when c.year is not null then not o.exempt
                               else coalesce(a.valid_from <= make_date(:'year', 12, 31), true)
                                    and coalesce(a.valid_to >= make_date(:'year', 12, 31), true)
                           end)
      end
order by a.code collate "C"
