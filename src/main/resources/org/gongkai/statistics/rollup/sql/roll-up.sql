{!
A roll-up, as a Qute template: each question gets just the parts it needs, so the database has little to plan and reads nothing
that is not asked for. All values are bound. The relations named in braces are tables as they are now, or as they were (Relations).
It answers how many reports each group is made of, and in rows of their own what each series comes to in it (Sums).
!}
with {#if q.current}recursive{/if}
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
listed as (
    -- who is on the roster of a year that was opened
    select o.year, o.agency, o.district, o.category, o.exempt{#if q.onTime}, o.deadline{/if}
    from {obligation} o
    where o.year {years} and o.kind = 'DEPARTMENT'
{#if q.narrow}
{#if q.districts}      and o.district {districts}{/if}
{#if q.categories}      and o.category = any(:categories){/if}
{#if q.agencies}      and o.agency = any(:agencies){/if}
{/if}
),
{#if q.near}
reach as (
    -- codes of agencies of one place mostly begin alike: what lies between the first and the last of them is little of all there is
    select min(agency) as first, max(agency) as last from listed
),
{/if}
line as (
    -- with the revision that counts
    select o.year, o.agency, o.district, o.category, r.revision{#if q.onTime}, not o.exempt as owes, o.deadline{/if}
    from listed o
    -- where one year is asked for, all lines are of that year: comparing it again makes the planner expect a fraction of them
    left join {counted} r
        on {#if !q.oneYear}r.year = o.year and {/if}r.agency = o.agency
{#if q.near}        and r.agency between (select first from reach) and (select last from reach){/if}
    where not o.exempt or r.revision is not null
{#if q.unlisted}
    union all
    -- who has reported without being on a roster
    select r.year, a.code, a.district, a.category, r.revision{#if q.onTime}, false, null{/if}
    from {unlisted} u
    join {counted} r on r.year = u.year and r.agency = u.agency
    join {agency} a on a.code = u.agency
    where u.year {years} and a.kind = 'DEPARTMENT'
{#if q.narrow}
{#if q.districts}      and a.district {districts}{/if}
{#if q.categories}      and a.category = any(:categories){/if}
{#if q.agencies}      and a.code = any(:agencies){/if}
{/if}
{/if}
{#if q.unopened}
    union all
    -- who existed at the end of a year that was not opened, and has not reported
    select y.year, a.code, a.district, a.category, null{#if q.onTime}, false, null{/if}
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
{/if}
),
keyed as (
    -- what the question is about, under the keys it is counted under
    select {#if q.spans}s.span{#else}0{/if} as span,
{#if q.byYear}           l.year as key_year,{/if}
{#if q.byDistrict}           p.key as key_district,{/if}
{#if q.byCategory}           {#if q.current}a.category{#else}l.category{/if} as key_category,{/if}
{#if q.byAgency}           {#if q.current}h.heir{#else}l.agency{/if} as key_agency,{/if}
{#if q.onTime}
           l.owes,
           l.owes and l.revision is not null
               -- the first moment that is late
               and f.first_submitted_at
                   < cast(coalesce(l.deadline, c.department_deadline) + 1 as timestamp) at time zone 'Asia/Shanghai' as on_time,
{/if}
           l.year, l.agency as reporter, l.revision
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
grouped as (
    select {keys}, count(c.revision) as reports, count(*) as expected,
           {#if q.onTime}count(*) filter (where on_time){#else}0{/if} as on_time,
           {#if q.onTime}count(*) filter (where owes){#else}0{/if} as owing,
           {#if q.oneSeries}cast(:oneSeries as smallint){#else}cast(null as smallint){/if} as series,
           {#if q.oneSeries}sum(v.value){#else}cast(null as numeric){/if} as value
    from keyed c
{#if q.oneSeries}
    left join figure_value v
        on v.series = :oneSeries and v.year {years} and v.agency = c.reporter and v.revision = c.revision
{#if !q.oneYear}        and v.year = c.year{/if}
{#if q.near}        and v.agency between (select first from reach) and (select last from reach){/if}
{/if}
    group by {keys}
),
{#if !q.oneSeries}
sums as (
    select {keys}, v.series, sum(v.value) as value
    from keyed c
{#if q.spans}
    join unnest(cast(:spanOfSeries as smallint[]), cast(:seriesOfSpan as smallint[])) as s (of_span, counted) on s.of_span = c.span
{/if}
    join figure_value v
        on v.series = {#if q.spans}s.counted{#else}any(:series){/if} and v.year {years} and v.agency = c.reporter and v.revision = c.revision
{#if !q.oneYear}        and v.year = c.year{/if}
{#if q.near}        and v.agency between (select first from reach) and (select last from reach){/if}
    group by {keys}, v.series
),
{/if}
answer as (
    (select {keys}, series, value, c.reports, c.expected, c.on_time, c.owing
{#if q.byDistrict}            , d.name as district_name{/if}
{#if q.byCategory}            , k.name as category_name{/if}
{#if q.byAgency}            , {#if q.namedThen}coalesce(o.name, g.name){#else}g.name{/if} as agency_name{/if}
     from grouped c
{#if q.byDistrict}     left join {district} d on d.code = c.key_district{/if}
{#if q.byCategory}     left join {category} k on k.code = c.key_category{/if}
{#if q.byAgency}
     left join {agency} g on g.code = c.key_agency
{#if q.namedThen}
     -- the name it had then
     left join {obligation} o on o.year = c.key_year and o.agency = c.key_agency
{/if}
{/if}
     limit :most + 1)
{#if !q.oneSeries}
    union all
    (select {keys}, series, value, null, null, null, null
{#if q.byDistrict}            , null{/if}
{#if q.byCategory}            , null{/if}
{#if q.byAgency}            , null{/if}
     from sums
     -- an answer that would be too long is not made
     where (select sum((cast(:rowsOfSpan as int[]))[span + 1]) from grouped) <= :most)
{/if}
)
-- the state of the data comes with it, also where there is nothing to add up
select state.version, state.at, answer.*
from ({state}) as state (version, at)
left join answer on true
