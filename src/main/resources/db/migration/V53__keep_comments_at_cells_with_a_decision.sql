-- A decision may carry comments at cells and sections of the form: an array of objects with the members pointer and comment. Null where
-- there are none.
alter table revision add comments jsonb;
