-- Who took part in the life of a revision, and when it was in force: from decided_at to superseded_at.
alter table revision
    add submitted_by  text,
    add decided_at    timestamptz,
    add decided_by    text,
    -- what the oversight office wrote when it accepted or returned the revision
    add comment       text,
    add superseded_at timestamptz;

-- Until now, a revision was in force from its submission until that of the next.
update revision r
set submitted_by = 'unknown', decided_at = r.submitted_at, decided_by = 'unknown', superseded_at = n.submitted_at
from revision this
left join revision n on n.agency = this.agency and n.year = this.year and n.revision = this.revision + 1
where this.agency = r.agency and this.year = r.year and this.revision = r.revision;

alter table revision
    alter submitted_by set not null,
    add constraint revision_decided_unless_submitted
        check ((status = 'SUBMITTED') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    add constraint revision_superseded_with_time check ((status = 'SUPERSEDED') = (superseded_at is not null));

-- What lateness is judged by: a correction does not make a report late.
alter table filing add first_submitted_at timestamptz;

update filing f
set first_submitted_at = r.submitted_at
from revision r
where r.agency = f.agency and r.year = f.year and r.revision = 1;

alter table filing alter first_submitted_at set not null;
