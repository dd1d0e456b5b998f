-- The agencies that continue the tasks of an agency that was split. An agency has either one successor, which continues its series,
-- or several, to which no series can be attributed.
alter table agency
    add split_into text[] not null default '{}',
    add constraint agency_succeeded_or_split check (successor is null or split_into = '{}'),
    add constraint agency_split_when_ended check (split_into = '{}' or valid_to is not null),
    add constraint agency_split_into_several check (cardinality(split_into) <> 1);
alter table agency_version add split_into text[] not null default '{}';

create index agency_by_part on agency using gin (split_into) where split_into <> '{}';
