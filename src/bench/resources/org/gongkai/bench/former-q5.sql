-- The consolidated report of one district and year: the statements of the last build without the tables of ADR 18. A statement ends with a semicolon at the end of a line.
select cast(sum(changes) as bigint) as version from data_version;

select code from district where code = any(:districts);

with recursive
revision_status as not materialized (
    select year, agency, revision, status from revision
),
unlisted as not materialized (
    select year, agency from filing where unlisted
),
state (version, at) as not materialized (
    select cast(sum(changes) as bigint), (select max(at) from data_change) from data_version
),
counted as not materialized (
    select year, agency, revision from revision_status where status = 'ACCEPTED' and year = :year
)
, newest as not materialized (
    select f.agency, f.year,
           coalesce(nullif(n.status, 'WITHDRAWN'),
                    (select e.status
                     from revision e
                     where e.agency = f.agency and e.year = f.year and e.status <> 'WITHDRAWN'
                     order by e.revision desc
                     limit 1)) as status
    from filing f
    join revision n on n.agency = f.agency and n.year = f.year and n.revision = f.revision
)
select a.code, coalesce(o.name, a.name) as name, coalesce(o.kind, v.kind, a.kind) = 'GOVERNMENT' as government, r.revision,
       v.content_hash, n.status as newest
from agency a
join district d on d.code = a.district
left join cycle c on c.year = :year
left join obligation o on o.year = :year and o.agency = a.code
left join counted r on r.agency = a.code
left join revision v on v.agency = a.code and v.year = :year and v.revision = r.revision
join place p on p.id = coalesce(o.place, v.place, d.place)
left join newest n on n.agency = a.code and n.year = :year
where case coalesce(o.kind, v.kind, a.kind)
          when 'GOVERNMENT' then p.district = :district and r.revision is not null
          else (cast(:district as text) is null
                or p.id in (select w.place from place_within w where w.district = :district))
               and (r.revision is not null
                    or :is_over
                       and case
                               when c.year is not null then not o.exempt
                               else coalesce(a.valid_from <= make_date(:year, 12, 31), true)
                                    and coalesce(a.valid_to >= make_date(:year, 12, 31), true)
                           end)
      end
order by a.code collate "C";

select v.series, sum(v.value) as value
from unnest(cast(:agencies as text[]), cast(:revisions as int[])) as c (agency, revision)
join figure_value v on v.agency = c.agency and v.year = :year and v.revision = c.revision
where v.series = any(:leaves)
group by v.series;

with recursive
revision_status as not materialized (
    select year, agency, revision, status from revision
),
unlisted as not materialized (
    select year, agency from filing where unlisted
),
state (version, at) as not materialized (
    select cast(sum(changes) as bigint), (select max(at) from data_change) from data_version
),
counted as not materialized (
    select year, agency, revision from revision_status where status = 'ACCEPTED' and year = :year
)
select s.version, s.at,
       coalesce((select d.name from district d where d.code = :district),
                (select v.name from district_version v where v.code = :district and v.until = 'infinity')) as district_name
from state s;

select f.agency, cast(f.fault as text) as finding
from unnest(cast(:agencies as text[]), cast(:revisions as int[])) as c (agency, revision)
join finding f on f.agency = c.agency and f.year = :year and f.revision = c.revision
where f.severity = 'WARNING'
  and not exists (select
                  from explanation e
                  where e.agency = f.agency and e.year = f.year and e.rule = f.rule and e.pointer = f.pointer
                    and e.compared = f.compared
                 )
order by f.position;
