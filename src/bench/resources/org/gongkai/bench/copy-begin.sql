-- Reports that are to be copied into the tables of the service. Triggers would do again, row by row, what copy-end.sql does at once.
set local session_replication_role = replica;

create temporary table copied (
    agency       text     not null,
    year         smallint not null,
    content      text     not null,
    content_hash text     not null
) on commit drop;
