-- Lets the database narrow the ledger of requests carried over before it computes anything: one province has a million lines.

drop view carry_over_line;
drop view carry_over_report;

-- The agencies that took over tasks of another one. They are few.
create view agency_with_predecessor as
select s.successor as agency
from agency s
where s.successor is not null
union
select unnest(s.split_into)
from agency s
where s.split_into <> '{}';

-- Each report that is owed or was submitted, with the reports of last year that it starts from. It joins few tables, so that the planner may
-- start from any of them (join_collapse_limit); the subqueries are evaluated only where a report is not in force.
create view carry_over_report as
select r.year, r.agency, r.name, r.kind, r.district, r.category, r.place, n.revision,
       case when p.revision is null then coalesce(c.agencies, '{}') else array_prepend(r.agency, c.agencies) end as sources,
       case when p.revision is null then coalesce(c.revisions, '{}') else array_prepend(p.revision, c.revisions) end as source_revisions,
       case
           when n.revision is not null then null
           when (select f.revision from filing f where f.agency = r.agency and f.year = r.year) is null then 'NOT_SUBMITTED'
           else 'NOT_IN_FORCE'
       end as obstacle,
       case
           when c.obstacle is not null then c.obstacle
           when p.revision is not null or not w.needs_own and c.agencies <> '{}' then null
           when not w.needs_own then 'NEW_AGENCY'
           when (select f.revision from filing f where f.agency = r.agency and f.year = r.year - 1) is null then 'PREVIOUS_NOT_SUBMITTED'
           else 'PREVIOUS_NOT_IN_FORCE'
       end as previous_obstacle
from (select o.year, o.agency, o.name, o.kind, o.district, o.category, o.place
      from obligation o
      where not o.exempt
      union all
      select f.year, f.agency, a.name, a.kind, a.district, a.category, d.place
      from filing f
      join agency a on a.code = f.agency
      join district d on d.code = a.district
      where f.unlisted
      union all
      select f.year, f.agency, a.name, a.kind, a.district, a.category, d.place
      from obligation o
      join filing f on f.agency = o.agency and f.year = o.year
      join agency a on a.code = f.agency
      join district d on d.code = a.district
      where o.exempt) r
left join revision n on n.year = r.year and n.agency = r.agency and n.status = 'ACCEPTED'
left join revision p on p.year = r.year - 1 and p.agency = r.agency and p.status = 'ACCEPTED'
-- The function takes some time, and is called for agencies with a predecessor only. It returns one row: the aggregates let a query that
-- does not need it omit it.
left join lateral (
    select max(k.agencies) as agencies, max(k.revisions) as revisions, max(k.obstacle) as obstacle, bool_and(k.needs_own) as needs_own
    from opening_chain(r.agency, r.year, p.revision is not null) k
    where r.agency in (select s.agency from agency_with_predecessor s)
) c on true
cross join lateral (
    select coalesce(c.needs_own, (select a.valid_from < make_date(r.year, 1, 1) from agency a where a.code = r.agency), true) as needs_own
) w;

-- The ledger of requests carried over: row 二 of a report and row 四 of the reports that it starts from, for each type of applicant.
create view carry_over_line as
select l.year, l.agency, l.applicant_type, l.column_number, l.name, l.kind, l.district, l.category, l.place, l.sources,
       l.carried_forward, l.carried_over, l.difference,
       case
           when l.obstacle is not null then 'NOT_COMPARED'
           when l.difference = 0 then 'EQUAL'
           when e.reason is not null then 'EXPLAINED'
           else 'DIFFERENT'
       end as status,
       l.obstacle, e.reason, e.explained_by, e.explained_at,
       -- the largest first; without a difference last
       cast(least(coalesce(abs(l.difference) + 1, 0), 999999999) as integer) as weight
from (select r.year, r.agency, r.name, r.kind, r.district, r.category, r.place, r.sources,
             coalesce(r.obstacle, r.previous_obstacle) as obstacle,
             case t.applicant_type when '_T' then 'total' else t.applicant_type end as applicant_type,
             case t.applicant_type when '_T' then 999999 else cast(t.id as integer) end as column_number,
             b.value as carried_forward, i.value as carried_over, i.value - b.value as difference
      from carry_over_report r
      join series t on t.figure = 'requests.carriedOver'
      join series c on c.figure = 'requests.carriedForward' and c.applicant_type = t.applicant_type
      cross join lateral (
          select case when r.revision is not null then trim_scale(coalesce((
              select v.value
              from figure_value v
              where v.series = t.id and v.year = r.year and v.agency = r.agency and v.revision = r.revision), 0)) end as value
      ) i
      cross join lateral (
          select case when r.previous_obstacle is null then trim_scale(coalesce((
              select sum(v.value)
              from unnest(r.sources, r.source_revisions) as s (agency, revision)
              join figure_value v
                  on v.series = c.id and v.year = r.year - 1 and v.agency = s.agency and v.revision = s.revision), 0)) end as value
      ) b) l
-- one row, the newest explanation: the aggregates let a query that does not need it omit it
left join lateral (
    select (array_agg(x.reason order by x.id desc))[1] as reason,
           (array_agg(x.explained_by order by x.id desc))[1] as explained_by,
           (array_agg(x.explained_at order by x.id desc))[1] as explained_at
    from explanation x
    where x.agency = l.agency and x.year = l.year and x.rule = 'CARRY-OVER' and x.pointer = '/requests/carriedOver/' || l.applicant_type
      and x.compared = l.carried_over || '|' || l.carried_forward and l.difference <> 0
) e on true;

-- The lines that may have a difference: those of agencies with a predecessor, and those where row 二 of the report differs from row 四 of
-- the agency's own report of last year. A list of differences starts from them. Every line that has a difference is among them.
-- Few lines differ: the planner estimates a range at one line in two hundred, but an inequality at nearly all lines.
create view carry_over_candidate as
select u.year, u.agency, case u.applicant_type when '_T' then 'total' else u.applicant_type end as applicant_type
from (select v.year, v.agency, t.applicant_type, v.value
      from series t
      join figure_value v on v.series = t.id
      join revision n on n.year = v.year and n.agency = v.agency and n.revision = v.revision and n.status = 'ACCEPTED'
      where t.figure = 'requests.carriedOver'
      union all
      select cast(v.year + 1 as smallint), v.agency, t.applicant_type, -v.value
      from series t
      join figure_value v on v.series = t.id
      join revision n on n.year = v.year and n.agency = v.agency and n.revision = v.revision and n.status = 'ACCEPTED'
      where t.figure = 'requests.carriedForward') u
group by u.year, u.agency, u.applicant_type
having abs(sum(u.value)) between 1e-9 and 'infinity'
union
select y.year, s.agency, case t.applicant_type when '_T' then 'total' else t.applicant_type end
from agency_with_predecessor s
cross join lateral (
    select o.year from obligation o where o.agency = s.agency union select f.year from filing f where f.agency = s.agency
) y
join series t on t.figure = 'requests.carriedOver';
