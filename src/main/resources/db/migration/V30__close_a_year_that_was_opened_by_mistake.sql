-- The roster of a closed year is deleted; its reports are then unlisted again.
create function mark_no_longer_listed() returns trigger language plpgsql as $$
begin
    update filing set unlisted = true where agency = old.agency and year = old.year and not unlisted;
    return null;
end
$$;

create trigger obligation_unlists_filing after delete on obligation
    for each row execute function mark_no_longer_listed();
