-- Stores the copied reports as the service stores reports that are accepted at once, with all that its triggers add, except for the
-- tables that the command rebuild derives.
insert into filing (agency, year, revision, first_submitted_at, unlisted)
select c.agency, c.year, 1, make_timestamptz(c.year + 1, 1, 20, 8, 0, 0, 'Asia/Shanghai'),
       not exists (select from obligation o where o.year = c.year and o.agency = c.agency)
from copied c;

insert into revision (agency, year, revision, status, content, content_hash, submitted_at, submitted_by, decided_at, decided_by,
                      place, category, kind)
select c.agency, c.year, 1, 'ACCEPTED', cast(c.content as json), c.content_hash, f.first_submitted_at, 'bench',
       f.first_submitted_at, 'system', d.place, a.category, a.kind
from copied c
join filing f on f.agency = c.agency and f.year = c.year
join agency a on a.code = c.agency
join district d on d.code = a.district;

insert into revision_version (year, agency, revision, status, since, until)
select c.year, c.agency, 1, 'ACCEPTED', f.first_submitted_at, 'infinity'
from copied c
join filing f on f.agency = c.agency and f.year = c.year;

-- One change of the data for all rows.
update data_version set changes = changes + 1 where slot = pg_backend_pid() % 16;
insert into data_change (at, changes) values (clock_timestamp(), 1);
