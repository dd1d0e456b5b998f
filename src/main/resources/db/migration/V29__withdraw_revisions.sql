-- The oversight office withdraws a revision in force, and an agency one that waits. Nothing is deleted.
alter table revision
    add withdrawal_at             timestamptz,
    add withdrawal_by             text,
    -- null where an agency gave none for a revision that waited
    add withdrawal_reason         text,
    -- an agency asks the office to withdraw its revision in force
    add withdrawal_request_at     timestamptz,
    add withdrawal_request_by     text,
    add withdrawal_request_reason text,
    drop constraint revision_status_known,
    add constraint revision_status_known
        check (status in ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'SUPERSEDED', 'WITHDRAWN')),
    drop constraint revision_decided_unless_submitted,
    -- a revision may be withdrawn before or after its decision
    add constraint revision_decided_unless_submitted
        check (((status = 'SUBMITTED') = (decided_at is null) or status = 'WITHDRAWN')
               and (decided_at is null) = (decided_by is null)),
    add constraint revision_withdrawn_with_time
        check ((status = 'WITHDRAWN') = (withdrawal_at is not null) and (withdrawal_at is null) = (withdrawal_by is null)),
    add constraint revision_withdrawal_requested_by_somebody
        check ((withdrawal_request_at is null) = (withdrawal_request_by is null));

-- A withdrawn revision decides nothing about the state of an obligation: the newest of the others does. An obligation without a
-- revision in force, waiting or returned is missing.
create or replace view obligation_state as
select o.year, o.agency, o.name, o.kind, o.district, o.category, o.exempt, o.reason, d.deadline, d.due,
       f.first_submitted_at, i.revision is not null as in_force,
       case
           when o.exempt then 'EXEMPT'
           when i.revision is null and (n.status is null or n.status = 'SUPERSEDED') then 'MISSING'
           when i.revision is null and n.status = 'RETURNED' then 'RETURNED'
           when f.first_submitted_at < d.due then 'ON_TIME'
           else 'LATE'
       end as state,
       o.place
from obligation o
join cycle c on c.year = o.year
cross join lateral (
    select coalesce(o.deadline, case o.kind when 'DEPARTMENT' then c.department_deadline else c.government_deadline end) as day
) l
cross join lateral (
    -- the first moment that is late
    select l.day as deadline, (l.day + 1)::timestamp at time zone 'Asia/Shanghai' as due
) d
left join filing f on f.agency = o.agency and f.year = o.year
left join revision r on r.agency = f.agency and r.year = f.year and r.revision = f.revision
left join lateral (
    select coalesce(nullif(r.status, 'WITHDRAWN'),
                    (select e.status
                     from revision e
                     where e.agency = f.agency and e.year = f.year and e.status <> 'WITHDRAWN'
                     order by e.revision desc
                     limit 1)) as status
) n on true
left join revision i on i.agency = o.agency and i.year = o.year and i.status = 'ACCEPTED';
