-- A report in force needs no other revision to determine its state. The subquery is evaluated only for reports that are not in force.
create or replace view obligation_state as
select o.year, o.agency, o.name, o.kind, o.district, o.category, o.exempt, o.reason, d.deadline, d.due,
       f.first_submitted_at, i.revision is not null as in_force,
       case
           when o.exempt then 'EXEMPT'
           when i.revision is not null and f.first_submitted_at < d.due then 'ON_TIME'
           when i.revision is not null then 'LATE'
           else case coalesce((select e.status
                               from revision e
                               where e.agency = o.agency and e.year = o.year and e.status <> 'WITHDRAWN'
                               order by e.revision desc
                               limit 1), 'SUPERSEDED')
                    when 'SUPERSEDED' then 'MISSING'
                    when 'RETURNED' then 'RETURNED'
                    else case when f.first_submitted_at < d.due then 'ON_TIME' else 'LATE' end
                end
       end as state,
       o.place, coalesce(i.nil, false) as nil, coalesce(i.nil_stated, false) as nil_stated
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
left join revision i on i.agency = o.agency and i.year = o.year and i.status = 'ACCEPTED';

-- The few rows that the scoreboard and the ledger of requests carried over look for among all.
create index revision_returned_or_withdrawn on revision (year, agency) include (status, decided_at)
    where status in ('RETURNED', 'WITHDRAWN');

create index obligation_exempt on obligation (year, agency) where exempt;
