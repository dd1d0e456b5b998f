-- Any roll-up can be asked for as of an instant, for good. So whatever decides it is kept in every state it ever had: from since,
-- until just before until, by the clock of the database. Content and figures of a revision never change and need no states.

-- The instant of all changes of this transaction. An advisory lock, held until the transaction ends, names the second in which it
-- was given, so that who asks as of that second can wait for it. Where somebody waits for others of that second already, an
-- earlier one will do: nobody who changes anything has to wait for readers.
create function change_instant() returns timestamptz language plpgsql as $$
declare
    known text := nullif(current_setting('gongkai.change_instant', true), '');
    second integer := change_second(clock_timestamp());
begin
    if known is null then
        while not pg_try_advisory_xact_lock_shared(1735289445, second) loop
            second := second - 1;
        end loop;
        known := clock_timestamp()::text;
        perform set_config('gongkai.change_instant', known, true);
    end if;
    return known::timestamptz;
end
$$;

-- Seconds since 2026, which an advisory lock has room for until 2094.
create function change_second(instant timestamptz) returns integer language sql immutable as $$
    select floor(extract(epoch from instant) - 1767225600)::integer
$$;

create table district_version (
    code text not null, name text not null, level smallint not null, path text not null, successor text,
    since timestamptz not null, until timestamptz not null,
    constraint district_version_pk primary key (code, since)
);

create table category_version (
    code text not null, name text not null,
    since timestamptz not null, until timestamptz not null,
    constraint category_version_pk primary key (code, since)
);

create table agency_version (
    code text not null, name text not null, district text not null, category text not null, kind text not null,
    valid_from date, valid_to date, successor text,
    since timestamptz not null, until timestamptz not null,
    constraint agency_version_pk primary key (code, since)
);

create table cycle_version (
    year smallint not null, department_deadline date not null,
    since timestamptz not null, until timestamptz not null,
    constraint cycle_version_pk primary key (year, since)
);

create table obligation_version (
    year smallint not null, agency text not null, name text not null, district text not null, category text not null,
    kind text not null, deadline date, exempt boolean not null,
    since timestamptz not null, until timestamptz not null,
    constraint obligation_version_pk primary key (year, agency, since)
);

create table revision_version (
    year smallint not null, agency text not null, revision integer not null, status text not null,
    since timestamptz not null, until timestamptz not null,
    constraint revision_version_pk primary key (year, agency, revision, since)
);

insert into district_version select code, name, level, path, successor, '-infinity', 'infinity' from district;
insert into category_version select code, name, '-infinity', 'infinity' from category;
insert into agency_version
select code, name, district, category, kind, valid_from, valid_to, successor, '-infinity', 'infinity' from agency;
insert into cycle_version select year, department_deadline, '-infinity', 'infinity' from cycle;
insert into obligation_version
select year, agency, name, district, category, kind, deadline, exempt, '-infinity', 'infinity' from obligation;
insert into revision_version
select year, agency, revision, 'SUBMITTED', submitted_at, coalesce(decided_at, 'infinity')
from revision
where submitted_at < coalesce(decided_at, 'infinity')
union all
select year, agency, revision, 'ACCEPTED', decided_at, coalesce(superseded_at, 'infinity')
from revision
where status in ('ACCEPTED', 'SUPERSEDED') and decided_at < coalesce(superseded_at, 'infinity');

-- Closes the last state of a row and opens the next. Its arguments are the columns that name the row; it keeps the columns the table
-- of versions has.
create function keep_version() returns trigger language plpgsql as $$
declare
    versions text := tg_table_name || '_version';
    key text := (select string_agg(format('v.%1$I = ($1).%1$I', c), ' and ') from unnest(tg_argv) c);
    now timestamptz := change_instant();
begin
    if tg_op <> 'INSERT' then
        -- what was only for a moment within this transaction, nobody has seen
        execute format('delete from %I v where %s and v.since = $2', versions, key) using old, now;
        execute format('update %I v set until = $2 where %s and v.until = ''infinity''', versions, key) using old, now;
    end if;
    if tg_op <> 'DELETE' then
        execute format('insert into %1$I select * from jsonb_populate_record(null::%1$I, to_jsonb($1)'
            || ' || jsonb_build_object(''since'', $2, ''until'', ''infinity''))', versions) using new, now;
    end if;
    return null;
end
$$;

create trigger district_keeps_versions after insert or update or delete on district
    for each row execute function keep_version('code');
create trigger category_keeps_versions after insert or update or delete on category
    for each row execute function keep_version('code');
create trigger agency_keeps_versions after insert or update or delete on agency
    for each row execute function keep_version('code');
create trigger cycle_keeps_versions after insert or update or delete on cycle
    for each row execute function keep_version('year');
create trigger obligation_keeps_versions after insert or update or delete on obligation
    for each row execute function keep_version('year', 'agency');

-- The same for revisions, of which only the status changes, and of which there are many.
create function keep_revision_version() returns trigger language plpgsql as $$
declare
    now timestamptz := change_instant();
begin
    if tg_op = 'UPDATE' then
        delete from revision_version
        where year = old.year and agency = old.agency and revision = old.revision and since = now;
        update revision_version set until = now
        where year = old.year and agency = old.agency and revision = old.revision and until = 'infinity';
    end if;
    if new.status in ('SUBMITTED', 'ACCEPTED') then
        insert into revision_version values (new.year, new.agency, new.revision, new.status, now, 'infinity');
    end if;
    return null;
end
$$;

create trigger revision_keeps_versions after insert on revision
    for each row execute function keep_revision_version();
create trigger revision_keeps_versions_of_status after update of status on revision
    for each row when (old.status <> new.status) execute function keep_revision_version();

-- How many changes there had been by when: what data_version was at an instant.
create table data_change (
    at      timestamptz not null,
    changes bigint      not null
);

create index data_change_at on data_change (at) include (changes);

insert into data_change select clock_timestamp(), sum(changes) from data_version;

create or replace function raise_data_version() returns trigger language plpgsql as $$
begin
    update data_version
    set changes = changes + 1, raised_in = pg_current_xact_id()
    where slot = pg_backend_pid() % 16 and raised_in is distinct from pg_current_xact_id();
    if found then
        insert into data_change values (change_instant(), 1);
    end if;
    return null;
end
$$;
