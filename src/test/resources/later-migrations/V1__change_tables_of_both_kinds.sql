-- What migrations of the future may do, tried on both layouts: columns, constraints and indexes of distributed tables and of reference tables, a
-- change of rows, a new table with keys, and a function.
alter table coverage add later smallint not null default 7;
alter table coverage add constraint coverage_later_is_positive check (later > 0);
create index coverage_by_later on coverage (later, year);
update coverage set later = 8 where revision is not null;
alter table place add later text;
update place set later = district;
alter table place alter later set not null;
create index place_by_later on place (later);
create table later_note (
    id      bigint generated always as identity constraint later_note_pk primary key,
    agency  text not null constraint later_note_agency_fk references agency,
    text    text not null
);
create function later_count() returns bigint language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
    return (select count(*) from coverage c where c.later = 8);
end
$$;
