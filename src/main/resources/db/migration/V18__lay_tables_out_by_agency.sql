-- What grows with the reports can be spread over servers by agency: every unique key has it, and nothing refers across (see
-- docs/scaling.md).
alter table explanation
    drop constraint explanation_pk,
    add constraint explanation_pk primary key (agency, year, id);

drop index explanation_filing;

-- The trail stays in one place, as its order is one for all. What it tells of is never deleted.
alter table event drop constraint event_revision_fk;
