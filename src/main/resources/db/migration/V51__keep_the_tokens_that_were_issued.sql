-- The tokens of the local issuer, so that the office can list and revoke them. The token itself is not stored.
create table issued_token (
    number     integer     generated always as identity constraint issued_token_pk primary key,
    -- the claim jti
    id         text        not null constraint issued_token_once unique,
    role       text        not null constraint issued_token_role_known check (role in ('submitter', 'oversight', 'reader')),
    subject    text        not null,
    -- the agency under which it was issued comes first
    agencies   text[]      not null,
    -- empty: the token does not have the claim
    districts  text[]      not null,
    years      integer[]   not null,
    issued_at  timestamptz not null,
    issued_by  text        not null,
    expires_at timestamptz not null,
    -- the id of the token whose rights it took over
    replaces   text,
    -- may be in the future: a token that was replaced stays valid for a while
    revoked_at timestamptz,
    revoked_by text,
    constraint issued_token_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);

-- Each replica reads the revoked tokens every few seconds.
create index issued_token_revoked on issued_token (expires_at) where revoked_at is not null;

-- The tokens that were issued before are in the audit log.
insert into issued_token (id, role, subject, agencies, districts, years, issued_at, issued_by, expires_at)
select after ->> 'id', 'submitter', 'agency:' || agency, array[agency], '{}', '{}', at, actor, cast(after ->> 'expiresAt' as timestamptz)
from event
where type = 'TOKEN_ISSUED' and agency is not null and after ->> 'id' is not null
order by id;

-- What a token allowed is known for ever.
create trigger issued_token_is_kept before delete or truncate on issued_token
    for each statement execute function refuse_change();
create trigger issued_token_rights_are_kept
    before update of number, id, role, subject, agencies, districts, years, issued_at, issued_by, expires_at, replaces on issued_token
    for each statement execute function refuse_change();
