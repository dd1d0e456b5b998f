-- A nil return by statement: the agency states that it has nothing to report. A report in which every figure is zero may be one without the
-- statement.
alter table revision
    add nil_stated boolean not null default false,
    add constraint revision_states_nil_only_of_zeros check (nil or not nil_stated);

create trigger revision_nil_statement_is_kept
    before update of nil_stated on revision
    for each statement execute function refuse_change();

-- Reports that are counted are marked as well. What roll-ups need is in the keys.
alter table coverage add nil_stated boolean not null default false;

set local statement_timeout = 0;
drop index coverage_by_place;
create index coverage_by_place on coverage (year, place) include (category, agency, revision, owes, on_time, nil, nil_stated);
drop index revision_in_force;
create unique index revision_in_force on revision (year, agency) include (revision, nil, nil_stated) where status = 'ACCEPTED';

drop view coverage_source;
drop function coverage_of;

create function coverage_of(of_year smallint, of_agency text)
returns table (year smallint, agency integer, place integer, category smallint, revision integer, owes boolean, on_time boolean, nil boolean,
               nil_stated boolean)
language sql stable as $$
    select l.year, a.number, l.place, k.number, l.revision, l.owes,
           l.owes and l.revision is not null
               -- the first moment after the deadline, which is a day in China
               and f.first_submitted_at
                   < cast(coalesce(l.deadline, c.department_deadline) + 1 as timestamp) at time zone 'Asia/Shanghai',
           l.nil, l.nil_stated
    from (select o.year, o.agency, o.place, o.category, r.revision, not o.exempt as owes, o.deadline, coalesce(r.nil, false) as nil,
                 coalesce(r.nil_stated, false) as nil_stated
          from obligation o
          left join revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
          where o.year = of_year and o.agency = of_agency and o.kind = 'DEPARTMENT'
          union all
          select r.year, r.agency, r.place, r.category, r.revision, false, null, r.nil, r.nil_stated
          from revision r
          where r.year = of_year and r.agency = of_agency and r.status = 'ACCEPTED' and r.kind = 'DEPARTMENT'
            and not exists (select from obligation o where o.year = of_year and o.agency = of_agency)) l
    join agency a on a.code = l.agency
    join category k on k.code = l.category
    left join filing f on f.year = l.year and f.agency = l.agency
    left join cycle c on c.year = l.year
$$;

create view coverage_source as
select l.*, r.agency as agency_code
from (select year, agency from obligation
      union
      select year, agency from filing) r
cross join lateral coverage_of(r.year, r.agency) l;

create or replace function renew_coverage(years smallint[], agencies text[]) returns void language plpgsql as $$
begin
    with asked as (
        select distinct n.year, a.number as agency, n.agency as agency_code
        from unnest(years, agencies) as n (year, agency)
        join agency a on a.code = n.agency
    ), wanted as (
        select s.*
        from asked n
        cross join lateral coverage_of(n.year, n.agency_code) s
    ), stale as (
        select c.year, c.agency, c.place
        from asked n
        join coverage c on c.year = n.year and c.agency = n.agency
        left join wanted w on w.year = n.year and w.agency = n.agency
        where c.revision is not null
          and (w.agency is null or (w.revision, w.place, w.category) is distinct from (c.revision, c.place, c.category))
    ), removed as (
        delete from fact f using stale o
        where f.series = any(array(select s.id from series s)) and f.year = o.year and f.place = o.place and f.agency = o.agency
    ), dropped as (
        delete from coverage c using asked n
        where c.year = n.year and c.agency = n.agency
          and not exists (select from wanted w where w.year = n.year and w.agency = n.agency)
    )
    insert into coverage as c (year, agency, place, category, revision, owes, on_time, nil, nil_stated)
    select w.year, w.agency, w.place, w.category, w.revision, w.owes, w.on_time, w.nil, w.nil_stated
    from wanted w
    on conflict (agency, year) do update
        set place = excluded.place, category = excluded.category, revision = excluded.revision, owes = excluded.owes,
            on_time = excluded.on_time, nil = excluded.nil, nil_stated = excluded.nil_stated
        where (c.place, c.category, c.revision, c.owes, c.on_time, c.nil, c.nil_stated)
            is distinct from (excluded.place, excluded.category, excluded.revision, excluded.owes, excluded.on_time, excluded.nil,
                              excluded.nil_stated);
end
$$;

create or replace function rebuild_coverage() returns void language plpgsql as $$
begin
    -- a transaction that has a snapshot has locked figure_value, which a rebuild replaces: none reads an empty table
    truncate fact, coverage;
    -- a database that was loaded a moment ago has no statistics yet, and the plans below would take hours
    analyze agency, obligation, filing, revision, figure_value;
    update revision r set nil = n.nil
    from (select r.agency, r.year, r.revision, v.agency is null as nil
          from revision r
          left join (select distinct year, agency, revision from figure_value) v
              on v.year = r.year and v.agency = r.agency and v.revision = r.revision) n
    where r.agency = n.agency and r.year = n.year and r.revision = n.revision and r.nil <> n.nil;
    insert into coverage (year, agency, place, category, revision, owes, on_time, nil, nil_stated)
    select year, agency, place, category, revision, owes, on_time, nil, nil_stated from coverage_source;
    analyze coverage;
    -- as fact_source, but for all reports at once
    insert into fact (series, year, place, agency, category, value)
    select v.series, c.year, c.place, c.agency, c.category, cast(v.value / s.unit as bigint)
    from figure_value v
    join agency a on a.code = v.agency
    join coverage c on c.year = v.year and c.agency = a.number and c.revision = v.revision
    join series s on s.id = v.series
    -- in the order of the key, whose pages are full then
    order by v.series, c.year, c.place, c.agency;
    analyze fact;
end
$$;

-- The roster tells which of its reports in force are nil returns.
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

create or replace view obligation_line as
select o.year, o.agency, o.name, o.kind, o.district, o.category, o.exempt, o.reason, o.deadline, o.due, o.first_submitted_at, o.in_force,
       o.state, o.place, c.contact_person, c.telephone, o.nil, o.nil_stated
from obligation_state o
left join agency_contact c on c.agency = o.agency;
