-- Roll-ups of what is in force read two narrow tables: the reports that count and are expected, and their figures, with a number in the
-- place of each code. An entry of an index has all that a roll-up adds up, and no other table is read. Both tables are derived, and kept in
-- the transaction that changes what they are derived from. Roll-ups of other states of the data read the tables that they come from.

-- A sequence instead of an identity column: a table with an identity column cannot become a reference table of Citus.
create sequence agency_number as integer;
create sequence category_number as smallint;
alter table agency
    add number integer not null default nextval('agency_number') constraint agency_number_once unique;
alter table category
    add number smallint not null default nextval('category_number') constraint category_number_once unique;

-- A fact is an integer. What 1 stands for: 1 or, for amounts of money with their six decimals, a millionth.
alter table series add unit numeric not null default 1;
update series set unit = 0.000001 where figure in (
    'proactiveDisclosure.administrativeFees', 'proactiveDisclosure.centralizedProcurement.totalAmount');

-- A nil return: a report in which every figure of the tables is zero.
alter table revision add nil boolean not null default false;

-- Each line of a roster, and each report in force that no roster lists, of departments only: the report of a government contains those of
-- its departments.
create table coverage (
    year     smallint not null,
    -- number of the agency
    agency   integer  not null,
    place    integer  not null,
    -- number of the category
    category smallint not null,
    -- the revision in force; null if there is none
    revision integer,
    -- whether a roster lists the agency, which is not exempt
    owes     boolean  not null,
    -- whether a report that is owed is in force and was first submitted by the deadline
    on_time  boolean  not null,
    nil      boolean  not null,
    constraint coverage_pk primary key (agency, year)
);

create index coverage_by_place on coverage (year, place) include (category, agency, revision, owes, on_time, nil);

-- The figures of the reports in force in coverage that are not zero.
create table fact (
    series   smallint not null,
    year     smallint not null,
    place    integer  not null,
    agency   integer  not null,
    category smallint not null,
    -- in the unit of the series
    value    bigint   not null,
    constraint fact_pk primary key (series, year, place, agency) include (category, value)
);

-- What coverage must contain, from the tables that it is derived from.
create view coverage_source as
select l.year, a.number as agency, l.place, k.number as category, l.revision, l.owes,
       l.owes and l.revision is not null
           -- the first moment after the deadline, which is a day in China
           and f.first_submitted_at
               < cast(coalesce(l.deadline, c.department_deadline) + 1 as timestamp) at time zone 'Asia/Shanghai' as on_time,
       l.nil, l.agency as agency_code
from (select o.year, o.agency, o.place, o.category, r.revision, not o.exempt as owes, o.deadline, coalesce(r.nil, false) as nil
      from obligation o
      left join revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
      where o.kind = 'DEPARTMENT'
      union all
      select r.year, r.agency, r.place, r.category, r.revision, false, null, r.nil
      from revision r
      where r.status = 'ACCEPTED' and r.kind = 'DEPARTMENT'
        and not exists (select from obligation o where o.year = r.year and o.agency = r.agency)) l
join agency a on a.code = l.agency
join category k on k.code = l.category
left join filing f on f.year = l.year and f.agency = l.agency
left join cycle c on c.year = l.year;

-- What fact must contain for a line of coverage.
create view fact_source as
select v.series, c.year, c.place, c.agency, c.category, cast(v.value / s.unit as bigint) as value
from coverage c
join agency a on a.number = c.agency
join figure_value v
    on v.series = any(array(select id from series)) and v.year = c.year and v.agency = a.code and v.revision = c.revision
join series s on s.id = v.series
where c.revision is not null;

-- Renews the lines of some reports, and their facts if those moved or belong to another revision. Whoever changes a report or a roster has
-- locked the agencies, so that none changes meanwhile.
create function renew_coverage(years smallint[], agencies text[]) returns void language plpgsql as $$
begin
    with asked as (
        select distinct n.year, a.number as agency, n.agency as agency_code
        from unnest(years, agencies) as n (year, agency)
        join agency a on a.code = n.agency
    ), wanted as (
        select s.*
        from asked n
        join coverage_source s on s.year = n.year and s.agency_code = n.agency_code
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
    insert into coverage as c (year, agency, place, category, revision, owes, on_time, nil)
    select w.year, w.agency, w.place, w.category, w.revision, w.owes, w.on_time, w.nil
    from wanted w
    on conflict (agency, year) do update
        set place = excluded.place, category = excluded.category, revision = excluded.revision, owes = excluded.owes,
            on_time = excluded.on_time, nil = excluded.nil
        where (c.place, c.category, c.revision, c.owes, c.on_time, c.nil)
            is distinct from (excluded.place, excluded.category, excluded.revision, excluded.owes, excluded.on_time, excluded.nil);
end
$$;

-- Adds the facts of some reports that have none.
create function add_facts(years smallint[], agencies text[]) returns void language sql as $$
    insert into fact (series, year, place, agency, category, value)
    select f.series, f.year, f.place, f.agency, f.category, f.value
    from (select distinct n.year, a.number as agency
          from unnest(years, agencies) as n (year, agency)
          join agency a on a.code = n.agency) n
    join fact_source f on f.year = n.year and f.agency = n.agency
    on conflict do nothing
$$;

-- A new revision in force counts at once; its facts are added with its figures, which are stored after it.
create function count_new_revisions() returns trigger language plpgsql as $$
begin
    perform renew_coverage(array_agg(year), array_agg(agency)) from added where status = 'ACCEPTED' having count(*) > 0;
    return null;
end
$$;

create trigger revision_counts after insert on revision referencing new table as added
    for each statement execute function count_new_revisions();

create function add_new_facts() returns trigger language plpgsql as $$
begin
    insert into fact (series, year, place, agency, category, value)
    select v.series, c.year, c.place, c.agency, c.category, cast(v.value / s.unit as bigint)
    from added v
    join agency a on a.code = v.agency
    join coverage c on c.agency = a.number and c.year = v.year and c.revision = v.revision
    join series s on s.id = v.series;
    return null;
end
$$;

create trigger figure_value_adds_facts after insert on figure_value referencing new table as added
    for each statement execute function add_new_facts();

create function count_changed_revision() returns trigger language plpgsql as $$
begin
    perform renew_coverage(array[new.year], array[new.agency]);
    if new.status = 'ACCEPTED' then
        perform add_facts(array[new.year], array[new.agency]);
    end if;
    return null;
end
$$;

create trigger revision_counts_by_status after update of status on revision
    for each row when (old.status <> new.status and 'ACCEPTED' in (old.status, new.status))
    execute function count_changed_revision();

-- A plan that was made for the first lines of a roster, when there were few, is bad for the others.
create function count_changed_obligations() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    perform renew_coverage(array_agg(year), array_agg(agency)), add_facts(array_agg(year), array_agg(agency))
    from changed
    having count(*) > 0;
    return null;
end
$$;

create trigger obligation_counts after insert on obligation referencing new table as changed
    for each statement execute function count_changed_obligations();
create trigger obligation_counts_no_longer after delete on obligation referencing old table as changed
    for each statement execute function count_changed_obligations();
-- The key of a line never changes.
create trigger obligation_counts_changed after update on obligation referencing new table as changed
    for each statement execute function count_changed_obligations();

create function count_by_deadline() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    perform renew_coverage(array_agg(year), array_agg(agency)) from obligation where year = new.year having count(*) > 0;
    return null;
end
$$;

create trigger cycle_counts_by_deadline after update on cycle
    for each row when (old.department_deadline <> new.department_deadline) execute function count_by_deadline();

-- Makes both tables anew.
create function rebuild_coverage() returns void language plpgsql as $$
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
    insert into coverage (year, agency, place, category, revision, owes, on_time, nil)
    select year, agency, place, category, revision, owes, on_time, nil from coverage_source;
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

-- Every roll-up asks whether any agency was split. Few are.
create index agency_that_was_split on agency (code) where split_into <> '{}';

-- Roll-ups of other states of the data tell late and nil returns as well: what they need is in the keys.
drop index revision_in_force;
create unique index revision_in_force on revision (year, agency) include (revision, nil) where status = 'ACCEPTED';
alter table obligation drop constraint obligation_pk;
alter table obligation add constraint obligation_pk primary key (year, agency) include (place, category, kind, exempt, deadline);

-- On a large database this takes minutes.
set local statement_timeout = 0;
select rebuild_coverage();
