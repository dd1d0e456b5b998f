{!
A roll-up, as a Qute template: each question gets just the parts it needs, so the database has little to plan and reads nothing
that is not asked for. All values are bound. The relations named in braces are tables as they are now, or as they were (Relations).
!}
with recursive
{#if q.current}
agency_line as (
    -- on current boundaries, an agency counts as what carries on its tasks today
    select a.code, a.code as heir, a.successor as next
    from {agency} a
    union all
    select l.code, n.code, n.successor
    from agency_line l
    join {agency} n on n.code = l.next
),
agency_heir as (
    select code, heir from agency_line where next is null
),
district_line as (
    select d.code, d.code as heir, d.successor as next
    from {district} d
    union all
    select l.code, n.code, n.successor
    from district_line l
    join {district} n on n.code = l.next
),
district_heir as (
    select code, heir from district_line where next is null
),
{/if}
{#if q.places}
place as (
    -- the districts that are counted, each with the one it is counted under: of those it lies in, the lowest that is not below the
    -- level asked for; what belongs to a higher level is listed under its own district, not lost
{#if q.current}
    select h.code,
{#if q.level}
           coalesce((select oh.heir
                     from {district} o
                     join district_heir oh on oh.code = o.code
                     where o.code = any(string_to_array(d.path, '/')) and o.level <= :level
                     order by o.level desc
                     limit 1), d.code) as key
{#else}
           d.code as key
{/if}
    from district_heir h
    join {district} d on d.code = h.heir
{#if q.districts}
    where exists (-- one of the districts it lies in, or what that has become, lies in one of those asked for
                  select
                  from {district} o
                  join district_heir oh on oh.code = o.code
                  join {district} i on i.code = oh.heir
                  join district_heir fh on fh.code = any(:asked)
                  where o.code = any(string_to_array(d.path, '/')) and fh.heir = any(string_to_array(i.path, '/')))
{/if}
{#else}
    select d.code,
{#if q.level}
           coalesce((select o.code
                     from {district} o
                     where o.code = any(string_to_array(d.path, '/')) and o.level <= :level
                     order by o.level desc
                     limit 1), d.code) as key
{#else}
           d.code as key
{/if}
    from {district} d
{#if q.districts}    where d.code {districts}{/if}
{/if}
),
{/if}
line as (
    -- who is on the roster of a year that was opened, with the revision that counts
    select o.year, o.agency, o.district, o.category, r.revision, not o.exempt as owes, o.deadline
    from {obligation} o
    left join {counted} r on r.year = o.year and r.agency = o.agency
    where o.year {years} and o.kind = 'DEPARTMENT' and (not o.exempt or r.revision is not null)
{#if q.narrow}
{#if q.districts}      and o.district {districts}{/if}
{#if q.categories}      and o.category = any(:categories){/if}
{#if q.agencies}      and o.agency = any(:agencies){/if}
{/if}
    union all
    -- who has reported without being on a roster
    select r.year, a.code, a.district, a.category, r.revision, false, null
    from {unlisted} u
    join {counted} r on r.year = u.year and r.agency = u.agency
    join {agency} a on a.code = u.agency
    where u.year {years} and a.kind = 'DEPARTMENT'
{#if q.narrow}
{#if q.districts}      and a.district {districts}{/if}
{#if q.categories}      and a.category = any(:categories){/if}
{#if q.agencies}      and a.code = any(:agencies){/if}
{/if}
    union all
    -- who existed at the end of a year that was not opened, and has not reported
    select y.year, a.code, a.district, a.category, null, false, null
    from (select u.year from unnest(cast(:years as smallint[])) as u (year) where u.year not in (select c.year from {cycle} c)) y
    cross join {agency} a
    where a.kind = 'DEPARTMENT'
      and coalesce(a.valid_from <= make_date(y.year, 12, 31), true)
      and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
      and not exists (select from {counted} r where r.year = y.year and r.agency = a.code)
{#if q.narrow}
{#if q.districts}      and a.district {districts}{/if}
{#if q.categories}      and a.category = any(:categories){/if}
{#if q.agencies}      and a.code = any(:agencies){/if}
{/if}
),
keyed as (
    -- what the question is about, under the keys it is counted under
    select {#if q.spans}s.span{#else}0{/if} as span, l.year, l.agency as reporter, l.revision,
           {#if q.byYear}l.year{#else}0{/if} as key_year,
           {#if q.byDistrict}p.key{#else}''{/if} as key_district,
           {#if q.byCategory}{#if q.current}a.category{#else}l.category{/if}{#else}''{/if} as key_category,
           {#if q.byAgency}{#if q.current}h.heir{#else}l.agency{/if}{#else}''{/if} as key_agency,
{#if q.onTime}
           l.owes,
           l.owes and l.revision is not null
               -- the first moment that is late
               and f.first_submitted_at
                   < cast(coalesce(l.deadline, c.department_deadline) + 1 as timestamp) at time zone 'Asia/Shanghai' as on_time
{#else}
           false as owes, false as on_time
{/if}
    from line l
{#if q.spans}
    -- the years each span of figures is counted for: not every figure is on the form of every year
    join unnest(cast(:spanOfYear as smallint[]), cast(:yearOfSpan as smallint[])) as s (span, year) on s.year = l.year
{/if}
{#if q.current}
    join agency_heir h on h.code = l.agency
    join {agency} a on a.code = h.heir
{/if}
{#if q.places}
    join place p on p.code = {#if q.current}a.district{#else}l.district{/if}
{/if}
{#if q.onTime}
    left join filing f on f.agency = l.agency and f.year = l.year
    left join {cycle} c on c.year = l.year
{/if}
{#if q.current}
    where true
{#if q.categories}      and a.category = any(:categories){/if}
{#if q.agencies}      and h.heir in (select g.heir from agency_heir g where g.code = any(:agencies)){/if}
{/if}
),
coverage as (
    select span, key_year, key_district, key_category, key_agency, count(revision) as reports, count(*) as expected,
           count(*) filter (where on_time) as on_time, count(*) filter (where owes) as owing
    from keyed
    group by span, key_year, key_district, key_category, key_agency
{#if !q.grouped}
    union all
    -- a question without keys has an answer even when nobody owes anything
    select distinct f.span, 0, '', '', '', 0, 0, 0, 0
    from unnest(cast(:figures as text[]), cast(:spanOfFigure as smallint[])) as f (figure, span)
    where f.span not in (select c.span from keyed c)
{/if}
),
sums as (
    select c.span, c.key_year, c.key_district, c.key_category, c.key_agency, v.series, sum(v.value) as value
    from keyed c
    -- of one year all lines are of that year: comparing it again makes the planner expect a fraction of them
    join figure_value v on {#if !q.oneYear}v.year = c.year and {/if}v.agency = c.reporter and v.revision = c.revision
    where v.series {series} and v.year {years}
    group by c.span, c.key_year, c.key_district, c.key_category, c.key_agency, v.series
),
figure_sum as (
    -- a figure is one series, or one for each type of applicant that is counted
    select s.key_year, s.key_district, s.key_category, s.key_agency, a.figure, a.type, sum(s.value) as value
    from sums s
    join unnest(cast(:series as smallint[]), cast(:figureOfSeries as text[]), cast(:typeOfSeries as text[]),
                cast(:spanOfSeries as smallint[])) as a (series, figure, type, span)
        on a.series = s.series and a.span = s.span
    group by s.key_year, s.key_district, s.key_category, s.key_agency, a.figure, a.type
),
answer as (
    select c.key_year,
           {#if q.byDistrict}c.key_district{#else}null{/if} as district,
           {#if q.byDistrict}d.name{#else}null{/if} as district_name,
           {#if q.byCategory}c.key_category{#else}null{/if} as category,
           {#if q.byCategory}k.name{#else}null{/if} as category_name,
           {#if q.byAgency}c.key_agency{#else}null{/if} as agency,
           {#if q.byAgency}{#if q.namedThen}coalesce(o.name, g.name){#else}g.name{/if}{#else}null{/if} as agency_name,
           t.type, f.figure, coalesce(s.value, 0) as value, c.reports, c.expected, c.on_time, c.owing
    from coverage c
    join unnest(cast(:figures as text[]), cast(:spanOfFigure as smallint[])) as f (figure, span) on f.span = c.span
    cross join unnest(cast(:types as text[])) as t (type)
    left join figure_sum s
        on s.key_year = c.key_year and s.key_district = c.key_district and s.key_category = c.key_category
        and s.key_agency = c.key_agency and s.figure = f.figure and s.type = t.type
{#if q.byDistrict}    left join {district} d on d.code = c.key_district{/if}
{#if q.byCategory}    left join {category} k on k.code = c.key_category{/if}
{#if q.byAgency}
    left join {agency} g on g.code = c.key_agency
{#if q.namedThen}
    -- the name it had then
    left join {obligation} o on o.year = c.key_year and o.agency = c.key_agency
{/if}
{/if}
    limit :most
)
-- the state of the data comes with it, also where there is nothing to add up
select state.version, state.at, answer.*
from ({state}) as state (version, at)
left join answer on true
