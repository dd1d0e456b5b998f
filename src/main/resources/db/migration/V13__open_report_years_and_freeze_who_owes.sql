-- A report year that was opened. Deadlines are the last days, in Beijing time, on which a report is in time.
create table cycle (
    year                smallint    not null constraint cycle_pk primary key,
    department_deadline date        not null,
    government_deadline date        not null,
    opened_at           timestamptz not null,
    opened_by           text        not null,
    constraint cycle_deadlines_in_the_year_after check (
        extract(year from department_deadline) = year + 1 and extract(year from government_deadline) = year + 1)
);

-- The roster: who owes a report for the year, as it was when the year was opened.
create table obligation (
    year     smallint not null constraint obligation_cycle_fk references cycle,
    agency   text     not null constraint obligation_agency_fk references agency,
    name     text     not null,
    district text     not null constraint obligation_district_fk references district,
    category text     not null constraint obligation_category_fk references category,
    kind     text     not null constraint obligation_kind_known check (kind in ('DEPARTMENT', 'GOVERNMENT')),
    -- a day of its own; null for that of the cycle
    deadline date,
    -- taken off the roster again
    exempt   boolean  not null default false,
    -- why it is not as it was when the year was opened
    reason   text,
    constraint obligation_pk primary key (year, agency),
    constraint obligation_changed_for_a_reason check (reason is not null or deadline is null and not exempt)
);

create index obligation_agency on obligation (agency);

create constraint trigger cycle_raises_data_version after insert or update or delete on cycle
    deferrable initially deferred for each row execute function raise_data_version();
create constraint trigger obligation_raises_data_version after insert or update or delete on obligation
    deferrable initially deferred for each row execute function raise_data_version();

-- Every line of the roster with what has become of it. It counts by when a report was first handed in, by the server's clock.
create view obligation_state as
select o.year, o.agency, o.name, o.kind, o.district, o.category, o.exempt, o.reason, d.deadline, d.due,
       f.first_submitted_at, i.revision is not null as in_force,
       case
           when o.exempt then 'EXEMPT'
           when f.agency is null then 'MISSING'
           when n.status = 'RETURNED' and i.revision is null then 'RETURNED'
           when f.first_submitted_at < d.due then 'ON_TIME'
           else 'LATE'
       end as state
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
left join revision n on n.agency = f.agency and n.year = f.year and n.revision = f.revision
left join revision i on i.agency = o.agency and i.year = o.year and i.status = 'ACCEPTED';
