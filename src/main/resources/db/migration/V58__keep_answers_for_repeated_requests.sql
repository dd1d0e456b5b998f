-- The first answers to requests with an Idempotency-Key. Keys and answers are secrets of their clients: a key is stored as a hash, and an
-- answer is encrypted by a key that is derived from it.
create table idempotency_key (
    -- SHA-256 of the subject of the token
    owner      bytea       not null,
    -- SHA-256 of subject and key
    id         bytea       not null,
    -- SHA-256 of method and address
    request    bytea       not null,
    -- SHA-256 of the body; null while a batch is being received
    body       bytea,
    -- status of the answer; null while the request is under way
    status     smallint,
    -- headers and body; null if they are not kept
    answer     bytea,
    -- time after which the row has no effect
    expires_at timestamptz not null,
    constraint idempotency_key_pk primary key (owner, id)
);

create index idempotency_key_expired on idempotency_key (expires_at);
