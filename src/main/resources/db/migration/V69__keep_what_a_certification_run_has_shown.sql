-- The cases of a certification that the holder of a test token has shown by its requests to the sandbox, each once.
create table sandbox_evidence (
    holder  text        not null,
    -- code of the case
    shown   text        not null,
    -- the report by which it was shown first; null if the request had none
    agency  text,
    year    smallint,
    at      timestamptz not null,
    last_at timestamptz not null,
    times   bigint      not null,
    constraint sandbox_evidence_pk primary key (holder, shown)
);

create index sandbox_evidence_age on sandbox_evidence (last_at);
