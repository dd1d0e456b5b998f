-- The size of kept answers, which the limit of all of them is compared with. It is read from the index alone.
alter table idempotency_key
    add column answer_bytes integer generated always as (coalesce(octet_length(answer), 0)) stored;

drop index idempotency_key_expired;
create index idempotency_key_expired on idempotency_key (expires_at) include (answer_bytes);
