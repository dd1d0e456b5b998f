-- Also the role the service itself uses can only add to the trail, and cannot alter what was handed in.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger event_is_append_only before update or delete or truncate on event
    for each statement execute function refuse_change();

create trigger revision_is_kept before delete or truncate on revision
    for each statement execute function refuse_change();

create trigger revision_content_is_kept
    before update of agency, year, revision, content, content_hash, submitted_at, submitted_by on revision
    for each statement execute function refuse_change();

create trigger figure_value_is_kept before update or delete or truncate on figure_value
    for each statement execute function refuse_change();

-- what lateness is judged by
create trigger filing_first_submission_is_kept before delete or truncate or update of agency, year, first_submitted_at on filing
    for each statement execute function refuse_change();

create trigger explanation_is_append_only before update or delete or truncate on explanation
    for each statement execute function refuse_change();
