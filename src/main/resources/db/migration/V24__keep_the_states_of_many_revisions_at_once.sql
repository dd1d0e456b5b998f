-- A batch stores many revisions in one statement; their states are now kept by one as well, not by three for each. What is kept is the
-- same as before.
create function keep_versions_of_revisions() returns trigger language plpgsql as $$
declare
    now timestamptz := change_instant();
begin
    update revision_version v set until = now
    from added a
    where v.year = a.year and v.agency = a.agency and v.revision <> a.revision and a.status = 'ACCEPTED'
      and v.status = 'ACCEPTED' and v.since < now and v.until > now;
    insert into revision_version
    select year, agency, revision, status, now, 'infinity' from added where status in ('SUBMITTED', 'ACCEPTED');
    return null;
end
$$;

drop trigger revision_keeps_versions on revision;

create trigger revision_keeps_versions after insert on revision referencing new table as added
    for each statement execute function keep_versions_of_revisions();
