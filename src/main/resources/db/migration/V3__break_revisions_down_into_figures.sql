-- The figures of a revision that are not zero and not totals, for roll-ups. Written with the revision, never changed.
create table figure_value (
    agency         text     not null,
    year           smallint not null,
    revision       integer  not null,
    figure         text     not null,
    -- '_Z', the SDMX code for "not applicable", where the figure has no applicant columns
    applicant_type text     not null,
    value          numeric  not null constraint figure_value_positive check (value > 0),
    constraint figure_value_pk primary key (agency, year, revision, figure, applicant_type),
    constraint figure_value_revision_fk foreign key (agency, year, revision) references revision
);
