-- Why the agency changed a report, which is required for a correction of one in force, and who is responsible for it. Both belong to the
-- submission and never change.
alter table revision
    add change_reason text,
    add approved_by   text;

drop trigger revision_content_is_kept on revision;

create trigger revision_content_is_kept
    before update of agency, year, revision, content, content_hash, submitted_at, submitted_by, change_reason, approved_by, place, category,
        kind on revision
    for each statement execute function refuse_change();
