-- The runs that check stored reports with the current rule book. A run goes through the agencies in the order of their codes, and its
-- position is written in the transaction that checks their reports.
create table revalidation (
    id           bigint      generated always as identity constraint revalidation_pk primary key,
    state        text        not null constraint revalidation_state_known check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    rule_book    text        not null,
    -- null: all
    years        smallint[],
    district     text,
    total        integer     not null,
    checked      integer     not null,
    -- the last agency that was checked
    after_agency text        not null,
    started_at   timestamptz not null,
    started_by   text        not null,
    finished_at  timestamptz,
    cancelled_by text,
    -- failures since the last step that succeeded
    failures     integer     not null,
    -- the replica that goes on with the run; another takes over if it does not renew its lease, by the clock of the database
    lease        uuid,
    leased_until timestamptz,
    constraint revalidation_ends check ((state = 'RUNNING') = (finished_at is null))
);

create unique index revalidation_one_at_a_time on revalidation (state) where state = 'RUNNING';

-- The findings that a run has added or removed.
create table revalidation_change (
    id           bigint      generated always as identity constraint revalidation_change_pk primary key,
    revalidation bigint      not null constraint revalidation_change_revalidation_fk references revalidation,
    agency       text        not null,
    year         smallint    not null,
    revision     integer     not null,
    kind         text        not null constraint revalidation_change_kind_known check (kind in ('ADDED', 'REMOVED')),
    rule         text        not null,
    severity     text        not null,
    pointer      text        not null,
    -- the finding in both languages
    fault        jsonb       not null,
    at           timestamptz not null
);

create index revalidation_change_of_run on revalidation_change (revalidation, id);
create index revalidation_change_of_revision on revalidation_change (agency, year, revision) where kind = 'ADDED';

-- The findings that appeared after a revision was decided on. A run is one event of the audit log, so its findings are found here.
create view appeared_finding as
select e.agency, e.year, e.revision, f.rule, f.pointer, e.at
from event e
cross join lateral jsonb_to_recordset(e.detail -> 'appeared') as f (rule text, pointer text)
where e.type = 'FINDINGS_CHANGED'
union all
select c.agency, c.year, c.revision, c.rule, c.pointer, c.at
from revalidation_change c
where c.kind = 'ADDED';

create or replace view work_item as
select r.agency, r.year, r.revision, t.state, a.name, a.kind, a.district, a.category, r.submitted_at, r.content_hash, t.since,
       t.open_warnings, t.weight, t.rules,
       exists (select from revision e
               where e.agency = r.agency and e.year = r.year and e.revision < r.revision
                 and e.status in ('ACCEPTED', 'SUPERSEDED')) as correction,
       d.day as due,
       -- a correction does not make a report late
       f.first_submitted_at >= (d.day + 1)::timestamp at time zone 'Asia/Shanghai' as late
from (select w.agency, w.year, w.revision, 'WAITING' as state, w.submitted_at as since, count(o.rule) as open_warnings,
             coalesce(sum(o.weight), 0) as weight, coalesce(string_agg(distinct o.rule, ',' order by o.rule), '') as rules
      from revision w
      left join open_warning o on o.agency = w.agency and o.year = w.year and o.revision = w.revision
      where w.status = 'SUBMITTED'
        -- a newer revision takes the place of an older one that was not decided on
        and not exists (select from revision n
                        where n.agency = w.agency and n.year = w.year and n.revision > w.revision and n.status <> 'WITHDRAWN')
      group by w.agency, w.year, w.revision, w.submitted_at
      union all
      select i.agency, i.year, i.revision, 'REOPENED', min(e.since), count(*), sum(o.weight),
             string_agg(distinct o.rule, ',' order by o.rule)
      from (select f.agency, f.year, f.revision, f.rule, f.pointer, max(f.at) as since
            from appeared_finding f
            group by f.agency, f.year, f.revision, f.rule, f.pointer) e
      join revision i on i.agency = e.agency and i.year = e.year and i.revision = e.revision
      join open_warning o
          on o.agency = e.agency and o.year = e.year and o.revision = e.revision and o.rule = e.rule and o.pointer = e.pointer
      where i.status = 'ACCEPTED' and e.since >= i.decided_at
      group by i.agency, i.year, i.revision) t
join revision r on r.agency = t.agency and r.year = t.year and r.revision = t.revision
join filing f on f.agency = t.agency and f.year = t.year
join agency a on a.code = t.agency
left join obligation o on o.year = t.year and o.agency = t.agency
left join cycle c on c.year = t.year
cross join lateral (
    select coalesce(o.deadline,
                    case coalesce(o.kind, a.kind) when 'DEPARTMENT' then c.department_deadline else c.government_deadline end,
                    -- the statutory deadline, while the year is not open
                    case a.kind when 'DEPARTMENT' then make_date(t.year + 1, 1, 31) else make_date(t.year + 1, 3, 31) end) as day
) d;
