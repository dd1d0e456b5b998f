-- A report that no roster lists counts under the district with its ancestors, the category and the kind that the agency had when the
-- revision was submitted.
alter table revision
    add place    integer,
    add category text,
    add kind     text constraint revision_agency_kind_known check (kind in ('DEPARTMENT', 'GOVERNMENT'));

update revision r set (place, category, kind) = (
    select coalesce((select v.place
                     from district_version v
                     where v.code = a.district and v.since <= r.submitted_at and r.submitted_at < v.until),
                    (select d.place from district d where d.code = a.district)),
           a.category, a.kind
    from agency_version a
    where a.code = r.agency
    -- the state at the submission, or else the first one known
    order by (a.since <= r.submitted_at and r.submitted_at < a.until) desc, a.since
    limit 1);

alter table revision
    alter place set not null,
    alter category set not null,
    alter kind set not null;

create function freeze_agency() returns trigger language plpgsql as $$
begin
    select d.place, a.category, a.kind into new.place, new.category, new.kind
    from agency a
    join district d on d.code = a.district
    where a.code = new.agency;
    return new;
end
$$;

create trigger revision_freezes_agency before insert on revision for each row execute function freeze_agency();

drop trigger revision_content_is_kept on revision;

create trigger revision_content_is_kept
    before update of agency, year, revision, content, content_hash, submitted_at, submitted_by, place, category, kind on revision
    for each statement execute function refuse_change();
