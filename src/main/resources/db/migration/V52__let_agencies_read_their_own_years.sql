-- An agency reads its own events. Without an index it would read those of all agencies.
create index event_of_agency on event (agency, transaction, id);

-- The years of an agency: those whose roster lists it, and those on which it has reported without that.
create view agency_year as
select o.year, o.agency, o.name, o.state, o.deadline, o.due, l.deadline is not null as extended, o.exempt, o.reason, o.in_force,
       o.first_submitted_at, r.revision, r.status
from obligation_state o
join obligation l on l.year = o.year and l.agency = o.agency
left join filing f on f.year = o.year and f.agency = o.agency
left join revision r on r.year = f.year and r.agency = f.agency and r.revision = f.revision
union all
select f.year, f.agency, a.name, null, null, null, false, false, null,
       exists (select from revision i where i.year = f.year and i.agency = f.agency and i.status = 'ACCEPTED'),
       f.first_submitted_at, r.revision, r.status
from filing f
join agency a on a.code = f.agency
join revision r on r.year = f.year and r.agency = f.agency and r.revision = f.revision
where not exists (select from obligation l where l.year = f.year and l.agency = f.agency);
