-- What the rules say about a revision, in the order of the rule book. Replaced as a whole when a report of another year changes.
create table finding (
    agency   text     not null,
    year     smallint not null,
    revision integer  not null,
    position integer  not null,
    rule     text     not null,
    severity text     not null constraint finding_severity_known check (severity in ('WARNING', 'INFO')),
    -- JSON Pointer; empty for the report as a whole
    pointer  text     not null,
    -- what was compared: an explanation holds as long as it is the same
    compared text     not null,
    -- the finding in both languages
    fault    jsonb    not null,
    constraint finding_pk primary key (agency, year, revision, position),
    constraint finding_once_per_place unique (agency, year, revision, rule, pointer),
    constraint finding_revision_fk foreign key (agency, year, revision) references revision
);

-- Why a warning is right as it is. Belongs to the report, not to a revision: it holds for every revision that compares the same.
create table explanation (
    id           bigint      generated always as identity constraint explanation_pk primary key,
    agency       text        not null,
    year         smallint    not null,
    rule         text        not null,
    pointer      text        not null,
    compared     text        not null,
    reason       text        not null,
    explained_by text        not null,
    explained_at timestamptz not null,
    constraint explanation_filing_fk foreign key (agency, year) references filing
);

create index explanation_filing on explanation (agency, year);
