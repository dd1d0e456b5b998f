-- The departments that a roll-up expects for the same year and district, and the governments of the district itself that have
-- reported. It finds the agencies by their places first, and reads the revisions of these only. Follows data/source-tables.sql.
--
-- Variables:
--   year        the report year
--   isOver      whether the year is over; before that, no report is expected
--   inDistrict  whether only agencies in the district :'district' count
, candidate as (
    -- agencies on the roster
    select o.agency, o.name, o.kind, o.place, not o.exempt as owes
    from obligation o
    where o.year = :'year'
\if :inDistrict
      and o.place in (select w.place from place_within w where w.district = :'district')
\endif
    union all
    -- agencies that have reported without being on it
    select u.agency, null, v.kind, v.place, false
    from unlisted u
    cross join lateral (
        select r.revision
        from revision_status r
        where r.agency = u.agency and r.year = :'year'
\if :submitted
          and r.status in ('SUBMITTED', 'ACCEPTED')
        order by r.revision desc
        limit 1
\else
          and r.status = 'ACCEPTED'
\endif
    ) r
    join revision v on v.agency = u.agency and v.year = :'year' and v.revision = r.revision
    where u.year = :'year'
\if :inDistrict
      and v.place in (select w.place from place_within w where w.district = :'district')
\endif
    union all
    -- departments that existed at the end of a year that was not opened, and have not reported
    select a.code, a.name, a.kind, d.place, true
    from agency a
    join district d on d.code = a.district
    where not exists (select 1 from cycle c where c.year = :'year')
      and a.kind = 'DEPARTMENT'
      and coalesce(a.valid_from <= make_date(:'year', 12, 31), true)
      and coalesce(a.valid_to >= make_date(:'year', 12, 31), true)
\if :inDistrict
      and d.place in (select w.place from place_within w where w.district = :'district')
\endif
      and not exists (select 1
                      from revision_status r
                      where r.agency = a.code and r.year = :'year'
\if :submitted
                        and r.status in ('SUBMITTED', 'ACCEPTED')
\else
                        and r.status = 'ACCEPTED'
\endif
                     )
)
select a.code, coalesce(c.name, a.name) as name, c.kind = 'GOVERNMENT' as government, r.revision, v.content_hash,
       n.status as newest
from candidate c
join agency a on a.code = c.agency
left join lateral (
    -- the revision that counts
    select r.revision
    from revision_status r
    where r.agency = c.agency and r.year = :'year'
\if :submitted
      and r.status in ('SUBMITTED', 'ACCEPTED')
    order by r.revision desc
    limit 1
\else
      and r.status = 'ACCEPTED'
\endif
) r on true
left join revision v on v.agency = c.agency and v.year = :'year' and v.revision = r.revision
left join lateral (
    -- the status of the newest revision that was not withdrawn
\if :atInstant
    -- a revision that neither waited nor was in force at the instant had been returned
    select case when :'instant' < s.until then s.status else 'RETURNED' end as status
    from revision_version s
    join revision e on e.agency = s.agency and e.year = s.year and e.revision = s.revision
    where s.agency = c.agency and s.year = :'year' and s.since <= :'instant'
      and coalesce(e.withdrawal_at > :'instant', true)
    order by s.revision desc, s.since desc
    limit 1
\else
    select e.status
    from revision e
    where e.agency = c.agency and e.year = :'year' and e.status <> 'WITHDRAWN'
    order by e.revision desc
    limit 1
\endif
) n on true
where case c.kind
          when 'GOVERNMENT' then r.revision is not null
\if :inDistrict
                                 and c.place in (select p.id from place p where p.district = :'district')
\else
                                 and false
\endif
          else r.revision is not null or :'isOver' and c.owes
      end
order by a.code collate "C"
