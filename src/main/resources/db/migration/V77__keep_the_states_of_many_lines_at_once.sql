-- A trigger for each line took more than half of the time in which the roster of a year is stored. A country has 224,000 lines.

-- Closes the last states of the changed rows and opens the next. Its arguments are the columns that name a row; it keeps the columns that
-- the table of versions has.
create function keep_versions() returns trigger language plpgsql as $$
declare
    versions text := tg_table_name || '_version';
    key text := (select string_agg(format('v.%1$I = o.%1$I', c), ' and ') from unnest(tg_argv) c);
    now timestamptz := change_instant();
begin
    if tg_op <> 'INSERT' then
        -- what was only for a moment within this transaction, nobody has seen
        execute format('delete from %I v using old_rows o where %s and v.since = $1', versions, key) using now;
        execute format('update %I v set until = $1 from old_rows o where %s and v.until = ''infinity''', versions, key) using now;
    end if;
    if tg_op <> 'DELETE' then
        execute (select format('insert into %1$I (%2$s, since, until) select %2$s, $1, ''infinity'' from new_rows',
                               versions, string_agg(quote_ident(attname), ', '))
                 from pg_attribute
                 where attrelid = versions::regclass and attnum > 0 and not attisdropped and attname not in ('since', 'until'))
            using now;
    end if;
    return null;
end
$$;

do $$
declare
    kept record;
begin
    for kept in
        select *
        from (values ('district', '''code'''), ('category', '''code'''), ('agency', '''code'''), ('cycle', '''year'''),
                     ('obligation', '''year'', ''agency''')) as k (name, key)
    loop
        execute format('drop trigger %1$I on %2$I', kept.name || '_keeps_versions', kept.name);
        execute format('create trigger %1$I after insert on %2$I referencing new table as new_rows '
                           || 'for each statement execute function keep_versions(%3$s)',
                       kept.name || '_keeps_versions', kept.name, kept.key);
        execute format('create trigger %1$I after update on %2$I referencing old table as old_rows new table as new_rows '
                           || 'for each statement execute function keep_versions(%3$s)',
                       kept.name || '_keeps_versions_of_changes', kept.name, kept.key);
        execute format('create trigger %1$I after delete on %2$I referencing old table as old_rows '
                           || 'for each statement execute function keep_versions(%3$s)',
                       kept.name || '_closes_versions', kept.name, kept.key);
    end loop;
end
$$;

drop function keep_version();

-- Marks the reports of agencies that are now on a roster.
drop trigger obligation_lists_filing on obligation;

create or replace function mark_listed() returns trigger language plpgsql as $$
begin
    update filing f set unlisted = false from line l where f.agency = l.agency and f.year = l.year and f.unlisted;
    return null;
end
$$;

create trigger obligation_lists_filing after insert on obligation referencing new table as line
    for each statement execute function mark_listed();
