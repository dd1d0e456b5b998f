-- The work list of the oversight office: what waits for a decision, and what is in force with warnings that opened afterwards, because
-- the report of an earlier year changed.
create index revision_waiting on revision (year, agency) where status = 'SUBMITTED';
create index event_of_findings on event (agency, year, revision) where type = 'FINDINGS_CHANGED';

-- The weight of an open warning. A number that contradicts another report or the law is heavier than a text that contradicts the tables,
-- and that is heavier than a remark on what is unusual.
create function warning_weight(of_rule text) returns integer language sql immutable as $$
    select case
        when of_rule in ('CARRY-OVER', 'IN-FORCE', 'RULE-MAKING', 'SUCCESSION', 'REPORT-COPIED', 'CONSOLIDATION') then 5
        when of_rule in ('TEXT-REQUESTS', 'TEXT-DISPUTES', 'TEXT-FEES', 'TEXT-YEAR') then 3
        else 1
    end
$$;

-- The warnings without an explanation of the same comparison.
create view open_warning as
select f.agency, f.year, f.revision, f.rule, f.pointer, warning_weight(f.rule) as weight
from finding f
where f.severity = 'WARNING'
  and not exists (select from explanation e
                  where e.agency = f.agency and e.year = f.year and e.rule = f.rule and e.pointer = f.pointer
                    and e.compared = f.compared);

create view work_item as
select r.agency, r.year, r.revision, t.state, a.name, a.kind, a.district, a.category, r.submitted_at, r.content_hash, t.since,
       t.open_warnings, t.weight, t.rules,
       exists (select from revision e
               where e.agency = r.agency and e.year = r.year and e.revision < r.revision
                 and e.status in ('ACCEPTED', 'SUPERSEDED')) as correction,
       d.day as due,
       -- a correction does not make a report late
       f.first_submitted_at >= (d.day + 1)::timestamp at time zone 'Asia/Shanghai' as late
from (select w.agency, w.year, w.revision, 'WAITING' as state, w.submitted_at as since, count(o.rule) as open_warnings,
             coalesce(sum(o.weight), 0) as weight, coalesce(string_agg(distinct o.rule, ',' order by o.rule), '') as rules
      from revision w
      left join open_warning o on o.agency = w.agency and o.year = w.year and o.revision = w.revision
      where w.status = 'SUBMITTED'
        -- a newer revision takes the place of an older one that was not decided on
        and not exists (select from revision n
                        where n.agency = w.agency and n.year = w.year and n.revision > w.revision and n.status <> 'WITHDRAWN')
      group by w.agency, w.year, w.revision, w.submitted_at
      union all
      select i.agency, i.year, i.revision, 'REOPENED', min(e.since), count(*), sum(o.weight),
             string_agg(distinct o.rule, ',' order by o.rule)
      from (select e.agency, e.year, e.revision, f.rule, f.pointer, max(e.at) as since
            from event e
            cross join lateral jsonb_to_recordset(e.detail -> 'appeared') as f (rule text, pointer text)
            where e.type = 'FINDINGS_CHANGED'
            group by e.agency, e.year, e.revision, f.rule, f.pointer) e
      join revision i on i.agency = e.agency and i.year = e.year and i.revision = e.revision
      join open_warning o
          on o.agency = e.agency and o.year = e.year and o.revision = e.revision and o.rule = e.rule and o.pointer = e.pointer
      where i.status = 'ACCEPTED' and e.since >= i.decided_at
      group by i.agency, i.year, i.revision) t
join revision r on r.agency = t.agency and r.year = t.year and r.revision = t.revision
join filing f on f.agency = t.agency and f.year = t.year
join agency a on a.code = t.agency
left join obligation o on o.year = t.year and o.agency = t.agency
left join cycle c on c.year = t.year
cross join lateral (
    select coalesce(o.deadline,
                    case coalesce(o.kind, a.kind) when 'DEPARTMENT' then c.department_deadline else c.government_deadline end,
                    -- the statutory deadline, while the year is not open
                    case a.kind when 'DEPARTMENT' then make_date(t.year + 1, 1, 31) else make_date(t.year + 1, 3, 31) end) as day
) d;
