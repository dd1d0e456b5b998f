-- Taken early, the slot's row kept other writers waiting until a long transaction (a batch) ended. Now it is taken when the
-- transaction commits, and once per transaction however many rows it changed.
alter table data_version add raised_in xid8;

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
drop trigger revision_raises_data_version on revision;

create constraint trigger district_raises_data_version after insert or update or delete on district
    deferrable initially deferred for each row execute function raise_data_version();
create constraint trigger category_raises_data_version after insert or update or delete on category
    deferrable initially deferred for each row execute function raise_data_version();
create constraint trigger agency_raises_data_version after insert or update or delete on agency
    deferrable initially deferred for each row execute function raise_data_version();
create constraint trigger revision_raises_data_version after insert or update or delete on revision
    deferrable initially deferred for each row execute function raise_data_version();
