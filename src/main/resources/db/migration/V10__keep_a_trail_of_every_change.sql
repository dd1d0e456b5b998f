-- The trail is no longer about reports alone, and knows where a request came from, what was and what is.
alter table event
    alter agency drop not null,
    alter year drop not null,
    alter revision drop not null,
    -- what it happened to: its path below /api/v1/
    add subject text,
    -- null for what the service did by itself
    add address text,
    add before  jsonb,
    add after   jsonb;

update event set subject = 'reports/' || agency || '/' || year || '/revisions/' || revision;

alter table event alter subject set not null;
