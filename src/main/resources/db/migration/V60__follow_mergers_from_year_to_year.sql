-- The agencies whose last year's reports an agency's report of a year starts from, apart from its own: those whose tasks it took over in
-- the year, also indirectly; and, if it has no report of last year itself, those that ended in last year and reported on it. A predecessor
-- that reports on the year itself starts from its own report. Rules, templates and the ledger of requests carried over ask this function.
--
-- has_own: whether a report of the agency itself is in force for last year
-- agencies, revisions: the predecessors with the revision in force for last year of each
-- obstacle: SPLIT if tasks come from an agency that was split, as nothing tells which share; PREDECESSOR_NOT_IN_FORCE if the report of a
--     predecessor is missing
-- needs_own: whether the agency itself must have a report in force for last year
create function opening_chain(of_agency text, of_year integer, has_own boolean)
returns table (agencies text[], revisions integer[], obstacle text, needs_own boolean) language sql stable as $$
    with recursive link as (
        select a.code as agency, a.valid_from, cast(null as text) as heir, false as split, false as stands_in, has_own as reported,
               cast(null as integer) as revision
        from agency a
        where a.code = of_agency
        union all
        select p.code, p.valid_from, case when n.stands_in then n.heir else n.agency end, p.split, h.year < of_year,
               r.revision is not null, r.revision
        from link n
        cross join lateral (
            select q.code, q.valid_from, q.valid_to, false as split from agency q where q.successor = n.agency
            union all
            select q.code, q.valid_from, q.valid_to, true from agency q where q.split_into <> '{}' and q.split_into @> array[n.agency]
        ) p
        -- the year in which the successor began to continue the tasks
        cross join lateral (select extract(year from p.valid_to + 1) as year) h
        left join revision r on r.agency = p.code and r.year = of_year - 1 and r.status = 'ACCEPTED'
        where not n.split
          and (h.year = of_year and not n.stands_in or h.year = of_year - 1 and not n.reported)
          and not exists (select from revision o where o.agency = p.code and o.year = of_year and o.status = 'ACCEPTED')
    ), judged as (
        select n.*,
               not n.stands_in
               and not exists (select from link s where s.heir = n.agency and s.stands_in and s.reported)
               -- an agency of unknown age that took over tasks in the year is one that was founded for them
               and coalesce(n.valid_from < make_date(of_year, 1, 1),
                            not exists (select from link s where s.heir = n.agency and not s.stands_in)) as needs_own
        from link n
    )
    select coalesce(array_agg(j.agency order by j.agency) filter (where j.revision is not null and not j.split), '{}'),
           coalesce(array_agg(j.revision order by j.agency) filter (where j.revision is not null and not j.split), '{}'),
           case
               when bool_or(j.split and (j.reported or not j.stands_in)) then 'SPLIT'
               when bool_or(j.heir is not null and not j.split and j.needs_own and not j.reported) then 'PREDECESSOR_NOT_IN_FORCE'
           end,
           coalesce(bool_or(j.heir is null and j.needs_own), true)
    from judged j
$$;

-- Each report that is owed or was submitted, with the reports of last year that it starts from.
create view carry_over_report as
select r.year, r.agency, r.name, r.kind, r.district, r.category, r.place, n.revision,
       case when p.revision is null then c.agencies else array_prepend(r.agency, c.agencies) end as sources,
       case when p.revision is null then c.revisions else array_prepend(p.revision, c.revisions) end as source_revisions,
       case
           when n.revision is not null then null
           when f.agency is null then 'NOT_SUBMITTED'
           else 'NOT_IN_FORCE'
       end as obstacle,
       case
           when c.obstacle is not null then c.obstacle
           when p.revision is not null or not c.needs_own and c.agencies <> '{}' then null
           when not c.needs_own then 'NEW_AGENCY'
           when q.agency is null then 'PREVIOUS_NOT_SUBMITTED'
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
      where not exists (select from obligation o where o.year = f.year and o.agency = f.agency and not o.exempt)) r
join agency a on a.code = r.agency
left join revision n on n.year = r.year and n.agency = r.agency and n.status = 'ACCEPTED'
left join revision p on p.year = r.year - 1 and p.agency = r.agency and p.status = 'ACCEPTED'
left join filing f on f.agency = r.agency and f.year = r.year
left join filing q on q.agency = r.agency and q.year = r.year - 1
cross join lateral (
    select exists (select from agency s where s.successor = r.agency)
           or exists (select from agency s where s.split_into <> '{}' and s.split_into @> array[r.agency]) as has_predecessor
) h
-- few agencies have a predecessor, and the function takes some time
cross join lateral (
    select o.agencies, o.revisions, o.obstacle, o.needs_own
    from opening_chain(r.agency, r.year, p.revision is not null) o
    where h.has_predecessor
    union all
    select '{}', '{}', null, coalesce(a.valid_from < make_date(r.year, 1, 1), true)
    where not h.has_predecessor
) c;

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
left join lateral (
    select x.reason, x.explained_by, x.explained_at
    from explanation x
    where x.agency = l.agency and x.year = l.year and x.rule = 'CARRY-OVER' and x.pointer = '/requests/carriedOver/' || l.applicant_type
      and x.compared = l.carried_over || '|' || l.carried_forward and l.difference <> 0
    order by x.id desc
    limit 1
) e on true;
