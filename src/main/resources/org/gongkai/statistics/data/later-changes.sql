-- The changes that are visible now but not in a known snapshot, and the current snapshot. There is one row at least. A transaction is not
-- visible in a snapshot if it began later or was open.
--
-- Variables:
--   known       the text of the known snapshot
--   isNamed     whether to leave out changes that are not visible in a snapshot between both, either
--   until       the text of that snapshot
select s.total, cast(pg_current_snapshot() as text) as snapshot, d.year, d.place is null as is_everywhere, p.codes, d.changes, d.at,
       cast(cast(d.transaction as text) as bigint) as transaction
from (select cast(sum(changes) as bigint) as total from data_version) s
left join (
    select year, place, changes, at, transaction
    from data_change
    where transaction >= pg_snapshot_xmax(cast(:'known' as pg_snapshot))
      -- always true, but tells the planner that there are few
      and transaction < pg_snapshot_xmax(pg_current_snapshot())
    union all
    select year, place, changes, at, transaction
    from data_change
    where transaction = any(array(select pg_snapshot_xip(cast(:'known' as pg_snapshot))))
) d on
\if :isNamed
    pg_visible_in_snapshot(d.transaction, cast(:'until' as pg_snapshot))
\else
    true
\endif
left join place p on p.id = d.place
