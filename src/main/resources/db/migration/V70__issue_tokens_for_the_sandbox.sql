-- A token of a submitter may be for tests only.
alter table issued_token
    add sandbox boolean not null default false,
    add constraint issued_token_tests_as_submitter check (not sandbox or role = 'submitter');
