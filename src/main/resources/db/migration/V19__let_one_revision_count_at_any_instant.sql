-- A transaction that takes long has an early instant, and may meet what others have put in force since. Of the two that would have
-- been in force at the same instants, the one that came later by the order of the locks counts; nobody was told otherwise, as whoever
-- asked as of then has waited for it.
create or replace function keep_revision_version() returns trigger language plpgsql as $$
declare
    now timestamptz := change_instant();
begin
    if tg_op = 'UPDATE' then
        delete from revision_version
        where year = old.year and agency = old.agency and revision = old.revision and since >= now;
        update revision_version set until = now
        where year = old.year and agency = old.agency and revision = old.revision and until = 'infinity';
    end if;
    if new.status = 'ACCEPTED' then
        update revision_version set until = now
        where year = new.year and agency = new.agency and revision <> new.revision
          and status = 'ACCEPTED' and since < now and until > now;
    end if;
    if new.status in ('SUBMITTED', 'ACCEPTED') then
        insert into revision_version values (new.year, new.agency, new.revision, new.status, now, 'infinity');
    end if;
    return null;
end
$$;
