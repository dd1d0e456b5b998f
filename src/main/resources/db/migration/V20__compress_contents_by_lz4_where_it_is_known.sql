-- Contents are compressed when they are stored, and read back with every later report of the agency: lz4 makes them as small as pglz
-- does, in a fraction of the time. Not every server is built with it. What is stored already stays as it is.
do $$
begin
    alter table revision alter column content set compression lz4;
exception
    when feature_not_supported then null;
end $$;
