-- What a report says is read as a whole, with every later report of the agency, and never looked into here. As jsonb it was taken apart
-- when it was stored, and put together from its parts each time it was read; as json it is its text, which costs a tenth.
drop trigger revision_content_is_kept on revision;

-- A column of a new type is compressed as the server does by default. Not every server is built with lz4.
do $$
begin
    alter table revision
        alter column content type json using content::text::json,
        alter column content set compression lz4;
exception
    when feature_not_supported then
        alter table revision alter column content type json using content::text::json;
end $$;

create trigger revision_content_is_kept
    before update of agency, year, revision, content, content_hash, submitted_at, submitted_by on revision
    for each statement execute function refuse_change();
