-- The number of all changes by year and place, and the snapshot that contains them. There is one row at least.
select s.total, cast(pg_current_snapshot() as text) as snapshot, c.*
from (select cast(sum(changes) as bigint) as total from data_version) s
left join (
    select d.year, d.place is null as is_everywhere, p.codes, cast(sum(d.changes) as bigint) as changes, max(d.at) as at,
           0 as transaction
    from data_change d
    left join place p on p.id = d.place
    group by d.year, d.place, p.codes
) c on true
