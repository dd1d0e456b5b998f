-- One report: what an agency owes for a year. The row is what concurrent submissions queue on.
create table filing (
    agency   text     not null constraint filing_agency_fk references agency,
    year     smallint not null,
    -- number of the newest revision; 0 only inside the transaction that stores the first
    revision integer  not null,
    constraint filing_pk primary key (agency, year)
);

create index filing_year on filing (year);

create table revision (
    agency       text        not null,
    year         smallint    not null,
    revision     integer     not null constraint revision_from_one check (revision > 0),
    status       text        not null
        constraint revision_status_known check (status in ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'SUPERSEDED')),
    content      jsonb       not null,
    -- SHA-256 over the canonical JSON of the content, in lower-case hexadecimal
    content_hash text        not null constraint revision_hash_is_sha256 check (content_hash ~ '^[0-9a-f]{64}$'),
    submitted_at timestamptz not null,
    constraint revision_pk primary key (agency, year, revision),
    constraint revision_filing_fk foreign key (agency, year) references filing
);

-- At most one revision of a report is in force; roll-ups start from this index.
create unique index revision_in_force on revision (year, agency) where status = 'ACCEPTED';
