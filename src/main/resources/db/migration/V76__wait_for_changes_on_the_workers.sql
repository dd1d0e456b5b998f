-- Citus commits a change on the coordinator first, and on the workers a moment later, or after a worker has started again. Waits until the
-- workers have all changes that the snapshot of this transaction contains. To be called before anything is read from them; only where there
-- is Citus.
create function await_workers() returns void language plpgsql as $$
declare
    -- Citus deletes these rows after it has seen that the changes are on the workers
    stored text[] := array(select t.gid from pg_dist_transaction t);
    worker record;
    has_all boolean := stored = '{}';
begin
    while not has_all loop
        has_all := true;
        for worker in
            select w.success, w.result
            from run_command_on_workers('select coalesce(json_agg(x.gid), ''[]'') from pg_prepared_xacts x') w
        loop
            if not worker.success then
                raise exception 'a worker cannot be read: %', worker.result using errcode = 'connection_failure';
            end if;
            has_all := has_all and not exists (select 1
                                               from json_array_elements_text(cast(worker.result as json)) as open (gid)
                                               where open.gid = any(stored));
        end loop;
        if not has_all then
            perform pg_sleep(0.01);
        end if;
    end loop;
end
$$;
