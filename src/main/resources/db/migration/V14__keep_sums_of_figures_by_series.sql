-- Roll-ups ask for one figure of many reports. Figures are now kept in that order, each with its value, so that an answer reads
-- just the index entries it adds up; and groups and totals are kept like leaves, so that it reads one entry per report.
drop table figure_value;

-- What can be added up over reports: a figure, for one type of applicant or for all of them. The service adds what its forms have.
create table series (
    id             smallint generated always as identity constraint series_pk primary key,
    figure         text     not null,
    -- '_T', the SDMX code for a total, for all types of applicant, and where the figure has no applicant columns
    applicant_type text     not null,
    constraint series_once unique (figure, applicant_type)
);

-- What is not zero. Derived from the content of the revision, in the transaction that stores it, and never changed. It can be made
-- anew from the revisions at any time, so no foreign key is checked row by row, which would cost as much as storing them.
create table figure_value (
    series   smallint not null,
    year     smallint not null,
    agency   text     not null,
    revision integer  not null,
    value    numeric  not null constraint figure_value_not_zero check (value <> 0),
    constraint figure_value_pk primary key (series, year, agency, revision) include (value)
);

create trigger figure_value_is_kept before update or delete or truncate on figure_value
    for each statement execute function refuse_change();

-- Which revision is in force is read for every roll-up: the number comes with the index.
drop index revision_in_force;
create unique index revision_in_force on revision (year, agency) include (revision) where status = 'ACCEPTED';

-- Where an agency is, and what it is, comes with the index too.
create index obligation_by_district on obligation (year, district) include (agency, category, kind, exempt);
