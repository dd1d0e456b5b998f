-- The systems to which events are sent. A subscription reads the audit log by a cursor, as the readers of GET /events do, so no event is
-- missed. Only the cursor is stored, and no queue: what was recorded is never copied.
create table webhook (
    id                bigint      generated always as identity constraint webhook_pk primary key,
    url               text        not null,
    -- types of events; null: all
    events            text[],
    -- agencies whose events are sent; null: all events, also those about no agency
    agencies          text[],
    -- whether the oversight office made it; otherwise it belongs to its agencies
    office            boolean     not null,
    -- as it is, or encrypted if gongkai.webhooks.key is set
    secret            text        not null,
    created_at        timestamptz not null,
    created_by        text        not null,
    -- the last event that was delivered or did not match
    after_transaction bigint      not null,
    after_event       bigint      not null,
    -- grows when the cursor is moved by hand: a delivery that began before does not move it back
    replays           integer     not null default 0,
    -- failed attempts to deliver the next event
    attempts          integer     not null default 0,
    failing_since     timestamptz,
    next_attempt_at   timestamptz not null default clock_timestamp(),
    disabled_at       timestamptz,
    -- the replica that delivers at present. One that is killed does not renew its lease, and another takes over. The times are those of
    -- the database, so the clocks of the replicas do not matter.
    lease             uuid,
    leased_until      timestamptz,
    constraint webhook_owner check (office or agencies is not null)
);

-- The last attempts of each subscription. The service deletes older ones.
create table webhook_delivery (
    id         bigint      generated always as identity constraint webhook_delivery_pk primary key,
    webhook    bigint      not null constraint webhook_delivery_webhook_fk references webhook on delete cascade,
    message_id text        not null,
    type       text        not null,
    -- null for a test
    cursor     text,
    attempt    integer     not null,
    at         timestamptz not null,
    millis     bigint      not null,
    -- null if there was no answer
    status     integer,
    -- null if it was delivered
    failure    text
);

create index webhook_delivery_newest on webhook_delivery (webhook, id);
