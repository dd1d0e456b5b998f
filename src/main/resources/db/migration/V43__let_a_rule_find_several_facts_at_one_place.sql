-- A rule on texts may find several statements of one text that contradict the tables. Each is a finding of its own.
alter table finding
    drop constraint finding_once_per_place,
    add constraint finding_once_per_comparison unique (agency, year, revision, rule, pointer, compared);
