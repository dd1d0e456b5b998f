-- Who reports without being on a roster counts as well. They are few, and roll-ups must not look through all reports to find them.
alter table filing add unlisted boolean not null default true;

update filing f set unlisted = false
where exists (select from obligation o where o.year = f.year and o.agency = f.agency);

create index filing_unlisted on filing (year, agency) where unlisted;

create function mark_unlisted() returns trigger language plpgsql as $$
begin
    new.unlisted := not exists (select from obligation o where o.year = new.year and o.agency = new.agency);
    return new;
end
$$;

create trigger filing_may_be_unlisted before insert on filing
    for each row execute function mark_unlisted();

create function mark_listed() returns trigger language plpgsql as $$
begin
    update filing set unlisted = false where agency = new.agency and year = new.year and unlisted;
    return null;
end
$$;

create trigger obligation_lists_filing after insert on obligation
    for each row execute function mark_listed();
