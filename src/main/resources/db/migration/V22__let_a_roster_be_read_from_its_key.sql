-- Roll-ups over all agencies read whole rosters, in the order of the reports and figures they are joined with. With what they need of
-- each line in the key itself, they read nothing else, and need not sort.
alter table obligation drop constraint obligation_pk;
alter table obligation
    add constraint obligation_pk primary key (year, agency) include (district, category, kind, exempt);
