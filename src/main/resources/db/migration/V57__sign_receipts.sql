-- The version of the rules by which a report was checked when it was submitted. Revisions from before have none.
alter table revision add column rule_book text;

create trigger revision_rule_book_is_kept before update of rule_book on revision
    for each statement execute function refuse_change();

-- The public keys of all signatures of receipts, also of keys that no longer sign: old receipts stay verifiable.
create table receipt_key (
    -- thumbprint (RFC 7638)
    id         text        not null constraint receipt_key_pk primary key,
    public_key bytea       not null constraint receipt_key_length check (octet_length(public_key) = 32),
    created_at timestamptz not null
);

create trigger receipt_key_is_append_only before update or delete or truncate on receipt_key
    for each statement execute function refuse_change();

-- The key that signs now. Its private part is in a table of its own, which can be left out of a copy of the database, and it is deleted
-- when another key takes its place. Only the owner of the schema may read it.
create table receipt_signing_key (
    single      boolean not null default true constraint receipt_signing_key_pk primary key constraint receipt_signing_key_single check (single),
    key         text    not null constraint receipt_signing_key_key_fk references receipt_key,
    private_key bytea   not null constraint receipt_signing_key_length check (octet_length(private_key) = 32)
);

revoke all on receipt_signing_key from public;
