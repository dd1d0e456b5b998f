-- What happened, written in the transaction in which it happened.
create table event (
    id          bigint      generated always as identity constraint event_pk primary key,
    -- Numbers are taken before transactions commit, so by themselves they tell no order of commits. Readers only see events of
    -- transactions before the oldest one still running, in the order of (transaction, id): nothing can appear behind them.
    transaction xid8        not null default pg_current_xact_id(),
    at          timestamptz not null,
    actor       text        not null,
    type        text        not null,
    agency      text        not null,
    year        smallint    not null,
    revision    integer     not null,
    detail      jsonb       not null,
    constraint event_revision_fk foreign key (agency, year, revision) references revision
);

create index event_in_order on event (transaction, id);
