-- The sandbox: test submissions, in tables of their own, so that no statement about reports can count one by mistake. Each holder of a test
-- token has its own reports. Unlike real ones they may be deleted, and are after a while.
create table sandbox_report (
    -- orders the list
    number             integer     generated always as identity constraint sandbox_report_number unique,
    -- the subject of the token
    holder             text        not null,
    agency             text        not null,
    year               smallint    not null,
    -- the newest revision, with its columns for lists
    revision           integer     not null,
    status             text        not null,
    content_hash       text        not null,
    submitted_at       timestamptz not null,
    first_submitted_at timestamptz not null,
    -- the newest first
    explanations       json        not null,
    -- of the explanations
    bytes              integer     not null,
    -- the age counts from here
    changed_at         timestamptz not null,
    constraint sandbox_report_pk primary key (holder, agency, year)
);

create index sandbox_report_agency on sandbox_report (agency, year, holder);
create index sandbox_report_age on sandbox_report (changed_at);

create table sandbox_revision (
    holder   text     not null,
    agency   text     not null,
    year     smallint not null,
    revision integer  not null,
    -- row, content and findings together: nothing ever selects by them
    document json     not null,
    -- of the document
    bytes    integer  not null,
    constraint sandbox_revision_pk primary key (holder, agency, year, revision),
    constraint sandbox_revision_fk foreign key (holder, agency, year) references sandbox_report on delete cascade
);
