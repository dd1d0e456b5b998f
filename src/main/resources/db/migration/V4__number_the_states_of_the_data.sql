-- Every change that a roll-up can see raises the sum over the slots by at least one, in the transaction that makes it, so the
-- sum that a reader sees tells which state of the data it sees. Several slots, so that writers do not queue on one row.
create table data_version (
    slot    smallint not null constraint data_version_pk primary key,
    changes bigint   not null
);

insert into data_version select slot, 0 from generate_series(0, 15) slot;

create function raise_data_version() returns trigger language plpgsql as $$
begin
    update data_version set changes = changes + 1 where slot = pg_backend_pid() % 16;
    return null;
end
$$;

create trigger district_raises_data_version after insert or update or delete on district
    for each statement execute function raise_data_version();
create trigger category_raises_data_version after insert or update or delete on category
    for each statement execute function raise_data_version();
create trigger agency_raises_data_version after insert or update or delete on agency
    for each statement execute function raise_data_version();
create trigger revision_raises_data_version after insert or update or delete on revision
    for each statement execute function raise_data_version();
