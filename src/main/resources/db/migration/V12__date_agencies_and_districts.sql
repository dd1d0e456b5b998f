-- Agencies and districts come and go. Both ends are days on which the thing exists; null where nothing is known of an end.
alter table district
    add valid_from date,
    add valid_to   date,
    -- what carries on, when this one has ended: 株洲县 became 渌口区
    add successor  text constraint district_successor_fk references district,
    add constraint district_ends_after_it_begins check (valid_from <= valid_to),
    add constraint district_succeeded_when_ended check (successor is null or valid_to is not null),
    add constraint district_not_own_successor check (successor <> code);

create index district_successor on district (successor) where successor is not null;

alter table agency
    -- GB 32100, with its check digit
    add unified_social_credit_code text constraint agency_unified_social_credit_code_once unique,
    -- since when it has its name; null for always
    add name_since   date,
    -- the names it had before, the oldest first: [{"name", "since"}]
    add former_names jsonb not null default '[]',
    add valid_from   date,
    add valid_to     date,
    add successor    text constraint agency_successor_fk references agency,
    add constraint agency_ends_after_it_begins check (valid_from <= valid_to),
    add constraint agency_succeeded_when_ended check (successor is null or valid_to is not null),
    add constraint agency_not_own_successor check (successor <> code);

create index agency_successor on agency (successor) where successor is not null;
