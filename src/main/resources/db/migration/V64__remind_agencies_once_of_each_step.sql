-- The grounds for which an agency must be reminded of a report. The steps of a reminder count from "day": the deadline, or the day on which
-- the ground arose if that was later. A step whose day was before "since" is not due.
create view reminder_ground as
select g.year, g.agency, g.reason, d.day as deadline, greatest(d.day, g.since) as day, g.since, g.revision, g.open_warnings
from (select s.year, s.agency,
             case when o.deadline > case s.kind when 'DEPARTMENT' then c.department_deadline else c.government_deadline end
                  then 'EXTENSION' else 'MISSING' end as reason,
             null::date as since, null::integer as revision, 0::bigint as open_warnings
      from obligation_state s
      join obligation o on o.year = s.year and o.agency = s.agency
      join cycle c on c.year = s.year
      where s.state = 'MISSING'
      union all
      select f.year, f.agency, 'RETURNED', cast(r.decided_at at time zone 'Asia/Shanghai' as date), r.revision, 0
      from filing f
      cross join lateral (
          select n.revision, n.status, n.decided_at
          from revision n
          where n.year = f.year and n.agency = f.agency and n.status <> 'WITHDRAWN'
          order by n.revision desc
          limit 1
      ) r
      where r.status = 'RETURNED'
      union all
      select w.year, w.agency, 'WARNINGS', cast(min(w.since) at time zone 'Asia/Shanghai' as date), max(w.revision), sum(w.open_warnings)
      from work_item w
      where w.open_warnings > 0
      group by w.year, w.agency) g
join agency a on a.code = g.agency
left join obligation o on o.year = g.year and o.agency = g.agency
left join cycle c on c.year = g.year
cross join lateral (
    select coalesce(o.deadline,
                    case coalesce(o.kind, a.kind) when 'DEPARTMENT' then c.department_deadline else c.government_deadline end,
                    -- the statutory deadline, while the year is not open
                    case a.kind when 'DEPARTMENT' then make_date(g.year + 1, 1, 31) else make_date(g.year + 1, 3, 31) end) as day
) d
where not coalesce(o.exempt, false);

-- The log of reminders. The constraint lets each step be sent once on each channel, whichever replica works it out. The address is not part
-- of it: it is personal data, which only agency_contact has.
create table reminder (
    id              bigint      generated always as identity constraint reminder_pk primary key,
    year            smallint    not null,
    agency          text        not null constraint reminder_agency_fk references agency,
    reason          text        not null constraint reminder_reason_known check (reason in ('MISSING', 'EXTENSION', 'RETURNED', 'WARNINGS')),
    -- the day from which the steps count
    day             date        not null,
    -- days after that day; negative before it
    step            integer     not null,
    channel         text        not null constraint reminder_channel_known check (channel in ('MAIL', 'WEBHOOK')),
    state           text        not null constraint reminder_state_known check (state in ('PENDING', 'SENT', 'FAILED', 'OBSOLETE')),
    deadline        date        not null,
    revision        integer,
    open_warnings   integer     not null,
    created_at      timestamptz not null,
    created_by      text        not null,
    sent_at         timestamptz,
    attempts        integer     not null default 0,
    failure         text,
    -- what the mail server answered to the last attempt that failed
    detail          text,
    -- the times of deliveries are those of the database, so the clocks of the replicas do not matter
    pending_since   timestamptz not null default clock_timestamp(),
    next_attempt_at timestamptz not null default clock_timestamp(),
    -- the replica that sends at present. One that is killed does not renew its lease, and another takes over.
    lease           uuid,
    leased_until    timestamptz,
    constraint reminder_once unique (year, agency, reason, day, step, channel),
    constraint reminder_sent_with_time check ((state = 'SENT') = (sent_at is not null))
);

create index reminder_pending on reminder (next_attempt_at) where state = 'PENDING';

-- The log as the oversight office reads it, with the current name, district and category of each agency.
create view reminder_line as
select r.id, r.year, r.agency, r.reason, r.day, r.step, r.channel, r.state, r.deadline, r.revision, r.open_warnings, r.created_at,
       r.created_by, r.sent_at, r.attempts, r.failure, r.detail,
       case when r.state = 'PENDING' and r.attempts > 0 then r.next_attempt_at end as next_attempt_at,
       a.name, a.kind, a.district, a.category
from reminder r
join agency a on a.code = r.agency;

-- The runs of the schedule. A replica that dies during a run leaves no row, and another one does the run.
create table reminder_run (
    day     date        not null,
    time    time        not null,
    ran_at  timestamptz not null,
    constraint reminder_run_pk primary key (day, time)
);
