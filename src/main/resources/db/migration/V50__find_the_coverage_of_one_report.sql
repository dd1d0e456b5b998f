-- The planner could not look up one report in the view coverage_source, because it could not move the key below the union, and read all
-- reports for each one that was accepted. It looks up one report in this function.
create function coverage_of(of_year smallint, of_agency text)
returns table (year smallint, agency integer, place integer, category smallint, revision integer, owes boolean, on_time boolean, nil boolean)
language sql stable as $$
    select l.year, a.number, l.place, k.number, l.revision, l.owes,
           l.owes and l.revision is not null
               -- the first moment after the deadline, which is a day in China
               and f.first_submitted_at
                   < cast(coalesce(l.deadline, c.department_deadline) + 1 as timestamp) at time zone 'Asia/Shanghai',
           l.nil
    from (select o.year, o.agency, o.place, o.category, r.revision, not o.exempt as owes, o.deadline, coalesce(r.nil, false) as nil
          from obligation o
          left join revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
          where o.year = of_year and o.agency = of_agency and o.kind = 'DEPARTMENT'
          union all
          select r.year, r.agency, r.place, r.category, r.revision, false, null, r.nil
          from revision r
          where r.year = of_year and r.agency = of_agency and r.status = 'ACCEPTED' and r.kind = 'DEPARTMENT'
            and not exists (select from obligation o where o.year = of_year and o.agency = of_agency)) l
    join agency a on a.code = l.agency
    join category k on k.code = l.category
    left join filing f on f.year = l.year and f.agency = l.agency
    left join cycle c on c.year = l.year
$$;

create or replace view coverage_source as
select l.*, r.agency as agency_code
from (select year, agency from obligation
      union
      select year, agency from filing) r
cross join lateral coverage_of(r.year, r.agency) l;

create or replace function renew_coverage(years smallint[], agencies text[]) returns void language plpgsql as $$
begin
    with asked as (
        select distinct n.year, a.number as agency, n.agency as agency_code
        from unnest(years, agencies) as n (year, agency)
        join agency a on a.code = n.agency
    ), wanted as (
        select s.*
        from asked n
        cross join lateral coverage_of(n.year, n.agency_code) s
    ), stale as (
        select c.year, c.agency, c.place
        from asked n
        join coverage c on c.year = n.year and c.agency = n.agency
        left join wanted w on w.year = n.year and w.agency = n.agency
        where c.revision is not null
          and (w.agency is null or (w.revision, w.place, w.category) is distinct from (c.revision, c.place, c.category))
    ), removed as (
        delete from fact f using stale o
        where f.series = any(array(select s.id from series s)) and f.year = o.year and f.place = o.place and f.agency = o.agency
    ), dropped as (
        delete from coverage c using asked n
        where c.year = n.year and c.agency = n.agency
          and not exists (select from wanted w where w.year = n.year and w.agency = n.agency)
    )
    insert into coverage as c (year, agency, place, category, revision, owes, on_time, nil)
    select w.year, w.agency, w.place, w.category, w.revision, w.owes, w.on_time, w.nil
    from wanted w
    on conflict (agency, year) do update
        set place = excluded.place, category = excluded.category, revision = excluded.revision, owes = excluded.owes,
            on_time = excluded.on_time, nil = excluded.nil
        where (c.place, c.category, c.revision, c.owes, c.on_time, c.nil)
            is distinct from (excluded.place, excluded.category, excluded.revision, excluded.owes, excluded.on_time, excluded.nil);
end
$$;
