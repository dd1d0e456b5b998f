-- A report is compared with the live reports of other agencies that have the same content. The beginning of the hash keeps the index
-- small; the agency lets one entry be read where many have the same content.
create index revision_by_content on revision (left(content_hash, 16), year, agency) where status in ('SUBMITTED', 'ACCEPTED');
