-- Every change invalidated every cached answer, also those about other years and districts. Now the log tells the year and the place
-- of each change. It has one row for each pair in a transaction, so the version of a question is a sum over the rows in its scope. The
-- rows are written by the transaction that makes the change and never updated for another one: no transaction waits for them.
alter table data_change
    -- null before these columns existed, and for rows that were restored from a dump of another cluster
    add transaction xid8,
    -- null: all years
    add year        smallint,
    -- null: all places
    add place       integer;

drop index data_change_at;
create index data_change_at on data_change (at) include (changes, year, place);

-- Finds the rows that a snapshot does not contain. The instant tells transactions of different clusters apart.
create unique index data_change_once on data_change (transaction, at, coalesce(year, 0), coalesce(place, 0));

create function log_change(of_year smallint, of_place integer) returns void language plpgsql as $$
begin
    insert into data_change (at, changes, transaction, year, place)
    values (change_instant(), 1, pg_current_xact_id(), of_year, of_place)
    on conflict do nothing;
end
$$;

-- A report counts under the place of its line on the roster. Without one, it counts under the place of its revision that counts, and
-- an agency without such a revision is expected where it is now.
create function log_changes_of_reports(agencies text[], years smallint[]) returns void language plpgsql as $$
begin
    perform log_change(s.year, s.place)
    from (with report as (
              select c.agency, c.year, o.place as listed
              from unnest(agencies, years) as c (agency, year)
              left join obligation o on o.year = c.year and o.agency = c.agency
          )
          select r.year, r.listed as place from report r where r.listed is not null
          union
          select r.year, v.place
          from report r
          join revision v on v.agency = r.agency and v.year = r.year
          where r.listed is null
          union
          select r.year, d.place
          from report r
          join agency a on a.code = r.agency
          join district d on d.code = a.district
          where r.listed is null) s;
end
$$;

-- The version is raised when a transaction commits, for whatever is in the log.
create or replace function raise_data_version() returns trigger language plpgsql as $$
begin
    update data_version
    set changes = changes + 1, raised_in = pg_current_xact_id()
    where slot = pg_backend_pid() % 16 and raised_in is distinct from pg_current_xact_id();
    return null;
end
$$;

drop trigger district_raises_data_version on district;
drop trigger category_raises_data_version on category;
drop trigger agency_raises_data_version on agency;
drop trigger cycle_raises_data_version on cycle;
drop trigger obligation_raises_data_version on obligation;
drop trigger revision_raises_data_version on revision;
drop trigger explanation_raises_data_version on explanation;

create constraint trigger data_change_raises_data_version after insert on data_change
    deferrable initially deferred for each row execute function raise_data_version();

-- Names and ancestors of districts, and names of categories, are in answers about any year.
create function log_change_of_everything() returns trigger language plpgsql as $$
begin
    perform log_change(null, null);
    return null;
end
$$;

create trigger district_is_logged after insert or delete on district
    for each row execute function log_change_of_everything();
create trigger district_change_is_logged after update on district
    for each row when (old.* is distinct from new.*) execute function log_change_of_everything();
create trigger category_is_logged after insert or delete on category
    for each row execute function log_change_of_everything();
create trigger category_change_is_logged after update on category
    for each row when (old.* is distinct from new.*) execute function log_change_of_everything();

-- An agency that is deleted, or becomes a government, can no longer be asked for, in any district.
create trigger agency_deletion_is_logged after delete on agency
    for each row execute function log_change_of_everything();

create function log_new_agencies() returns trigger language plpgsql as $$
begin
    perform log_change(null, s.place)
    from (select distinct d.place from added a join district d on d.code = a.district) s;
    return null;
end
$$;

create trigger agency_is_logged after insert on agency referencing new table as added
    for each statement execute function log_new_agencies();

create function log_change_of_agency() returns trigger language plpgsql as $$
begin
    if old.kind <> new.kind or old.code <> new.code then
        perform log_change(null, null);
    else
        perform log_change(null, s.place)
        from (select place from obligation where agency = new.code
              union
              select place from revision where agency = new.code
              union
              select place from district where code in (old.district, new.district)) s;
    end if;
    return null;
end
$$;

create trigger agency_change_is_logged after update on agency
    for each row when (old.* is distinct from new.*) execute function log_change_of_agency();

create function log_change_of_cycle() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform log_change(old.year, null);
    end if;
    if tg_op <> 'DELETE' then
        perform log_change(new.year, null);
    end if;
    return null;
end
$$;

create trigger cycle_is_logged after insert or update or delete on cycle
    for each row execute function log_change_of_cycle();

-- A report that was there before the line counted under its own place.
create function log_lines_of_roster() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    perform log_change(s.year, s.place)
    from (select l.year, l.place from line l
          union
          select l.year, v.place from line l join revision v on v.agency = l.agency and v.year = l.year) s;
    return null;
end
$$;

create trigger obligation_is_logged after insert on obligation referencing new table as line
    for each statement execute function log_lines_of_roster();
create trigger obligation_deletion_is_logged after delete on obligation referencing old table as line
    for each statement execute function log_lines_of_roster();

create function log_change_of_line() returns trigger language plpgsql as $$
begin
    perform log_change(old.year, old.place);
    perform log_change(new.year, new.place);
    return null;
end
$$;

create trigger obligation_change_is_logged after update on obligation
    for each row when (old.* is distinct from new.*) execute function log_change_of_line();

create function log_reports() returns trigger language plpgsql as $$
declare
    agencies text[];
    years smallint[];
begin
    select array_agg(r.agency), array_agg(r.year) into agencies, years from report r;
    if agencies is not null then
        perform log_changes_of_reports(agencies, years);
    end if;
    return null;
end
$$;

create trigger revision_is_logged after insert on revision referencing new table as report
    for each statement execute function log_reports();
create trigger revision_change_is_logged after update on revision referencing new table as report
    for each statement execute function log_reports();

-- A consolidated report lists the open warnings. Those about a year also change with the report of the year before.
create trigger explanation_is_logged after insert on explanation referencing new table as report
    for each statement execute function log_reports();
create trigger finding_is_logged after insert on finding referencing new table as report
    for each statement execute function log_reports();
create trigger finding_deletion_is_logged after delete on finding referencing old table as report
    for each statement execute function log_reports();

-- A district that moves gets another place. Whoever stores a report or changes a roster holds a lock on the agency and has looked up
-- the place: the move waits for them, as the opening of a year does, and they wait for the move.
create or replace function set_place() returns trigger language plpgsql as $$
begin
    new.place := place_of(new.path, new.level);
    if tg_op = 'UPDATE' and new.place <> old.place then
        lock table agency in exclusive mode;
    end if;
    return new;
end
$$;
