-- The submissions that the rules or the form refused, counted by agency, report year and day: however often an agency tries, a day adds one
-- row for each year that is over, and one for each rule.
create table refused_attempt (
    agency   text     not null constraint refused_attempt_agency_fk references agency,
    year     smallint not null,
    -- the day in China
    day      date     not null,
    attempts bigint   not null constraint refused_attempt_counted check (attempts > 0),
    -- of all attempts
    errors   bigint   not null,
    constraint refused_attempt_pk primary key (agency, year, day)
);

create index refused_attempt_year on refused_attempt (year, agency);

create table refused_attempt_rule (
    agency   text     not null,
    year     smallint not null,
    day      date     not null,
    rule     text     not null,
    -- attempts that broke the rule at least once
    attempts bigint   not null constraint refused_attempt_rule_counted check (attempts > 0),
    errors   bigint   not null,
    constraint refused_attempt_rule_pk primary key (agency, year, day, rule),
    constraint refused_attempt_rule_fk foreign key (agency, year, day) references refused_attempt
);

create trigger refused_attempt_is_kept before delete or truncate on refused_attempt
    for each statement execute function refuse_change();
create trigger refused_attempt_rule_is_kept before delete or truncate on refused_attempt_rule
    for each statement execute function refuse_change();

-- Counts only grow.
create function refuse_lower_count() returns trigger language plpgsql as $$
begin
    if new.attempts <= old.attempts or new.errors < old.errors then
        raise exception 'counts of % never decrease', tg_table_name using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger refused_attempt_grows before update on refused_attempt
    for each row execute function refuse_lower_count();
create trigger refused_attempt_rule_grows before update on refused_attempt_rule
    for each row execute function refuse_lower_count();
