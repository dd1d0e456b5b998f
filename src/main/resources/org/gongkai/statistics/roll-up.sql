-- A roll-up. Whatever it is not grouped by has one empty key for all rows, and an empty list filters nothing; both are bound, so
-- the planner sees constants and drops what a question does not need.
with recursive agency_line as (
    -- on current boundaries, an agency counts as what carries on its tasks today; as reported, as itself
    select a.code, a.code as heir, a.successor as next
    from agency a
    union all
    select l.code, n.code, n.successor
    from agency_line l
    join agency n on n.code = l.next
    where :current
),
agency_heir as (
    select code, heir from agency_line where next is null or not :current
),
district_line as (
    select d.code, d.code as heir, d.successor as next
    from district d
    union all
    select l.code, n.code, n.successor
    from district_line l
    join district n on n.code = l.next
    where :current
),
district_heir as (
    select code, heir from district_line where next is null or not :current
),
years as (
    -- the years each span of figures is counted for: not every figure is on the form of every year
    select *
    from unnest(cast(:spanOfYear as int[]), cast(:years as int[])) as y (span, year)
),
member as (
    -- the departments of each year: those on its roster, or where it was not opened those that existed at its end; and whoever
    -- has reported all the same. With what they count as, and the revision in force where there is one
    select y.year, h.heir as agency, coalesce(o.district, a.district) as own_district, coalesce(o.category, a.category) as own_category,
           r.agency as reporter, r.revision
    from (select distinct year from years) y
    cross join agency a
    join agency_heir h on h.code = a.code
    left join cycle c on c.year = y.year
    left join obligation o on o.year = y.year and o.agency = a.code
    left join revision r on r.agency = a.code and r.year = y.year and r.status = 'ACCEPTED'
    where coalesce(o.kind, a.kind) = 'DEPARTMENT'
      and (r.revision is not null
           or case
                  when c.year is not null then not o.exempt
                  else coalesce(a.valid_from <= make_date(y.year, 12, 31), true)
                       and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
              end)
),
placed as (
    select m.*, h.heir as district, case when :current then a.category else m.own_category end as category
    from member m
    join agency a on a.code = m.agency
    join district_heir h on h.code = case when :current then a.district else m.own_district end
),
scope as (
    -- what the question is about, under the keys it is counted under
    select p.year, p.reporter, p.revision,
           case
               when not :byDistrict then ''
               when :level = 0 then d.code
               -- of the district and those it lies in, the lowest that is not below the level: what belongs to a higher level
               -- than asked for is listed under its own district, not lost
               else coalesce((select h.heir
                              from district o
                              join district_heir h on h.code = o.code
                              where starts_with(d.path, o.path) and o.level <= :level
                              order by o.level desc
                              limit 1), d.code)
           end as key_district,
           case when :byCategory then p.category else '' end as key_category,
           case when :byAgency then p.agency else '' end as key_agency
    from placed p
    join district d on d.code = p.district
    where (cardinality(cast(:districts as text[])) = 0
           or exists (-- one of the districts it lies in, or what that has become, lies in one of those asked for
                      select
                      from district o
                      join district_heir oh on oh.code = o.code
                      join district i on i.code = oh.heir
                      join district_heir h on h.code = any(cast(:districts as text[]))
                      join district f on f.code = h.heir
                      where starts_with(d.path, o.path) and starts_with(i.path, f.path)))
      and (cardinality(cast(:categories as text[])) = 0 or p.category = any(cast(:categories as text[])))
      and (cardinality(cast(:agencies as text[])) = 0
           or p.agency in (select h.heir from agency_heir h where h.code = any(cast(:agencies as text[]))))
),
owed as (
    select y.span, s.reporter, y.year, s.revision,
           case when :byYear then y.year else 0 end as key_year,
           s.key_district, s.key_category, s.key_agency
    from scope s
    join years y on y.year = s.year
),
asked as (
    -- each figure asked for, with each leaf that adds up to it
    select *
    from unnest(cast(:figures as text[]), cast(:leaves as text[]), cast(:spanOfLeaf as int[])) as q (figure, leaf, span)
),
coverage as (
    select span, key_year, key_district, key_category, key_agency, count(revision) as reports, count(*) as expected
    from owed
    group by span, key_year, key_district, key_category, key_agency
    union all
    -- a question without keys has an answer even when nobody owes anything
    select distinct q.span, 0, '', '', '', 0, 0
    from asked q
    where not (:byYear or :byDistrict or :byCategory or :byAgency) and not exists (select from owed o where o.span = q.span)
),
sums as (
    select c.key_year, c.key_district, c.key_category, c.key_agency, q.figure,
           case when :byApplicantType then v.applicant_type else '' end as key_type,
           sum(v.value) as value
    from owed c
    join figure_value v on v.agency = c.reporter and v.year = c.year and v.revision = c.revision
    join asked q on q.leaf = v.figure and q.span = c.span
    where cardinality(cast(:applicantTypes as text[])) = 0 or v.applicant_type = any(cast(:applicantTypes as text[]))
    group by c.key_year, c.key_district, c.key_category, c.key_agency, q.figure, key_type
)
select c.key_year, c.key_district, d.name as district_name, c.key_category, k.name as category_name,
       c.key_agency, coalesce(o.name, a.name) as agency_name, t.type, f.figure,
       coalesce(s.value, 0) as value, c.reports, c.expected
from coverage c
join (select distinct figure, span from asked) f on f.span = c.span
cross join unnest(cast(:typeRows as text[])) as t (type)
left join sums s
    on s.key_year = c.key_year and s.key_district = c.key_district and s.key_category = c.key_category
    and s.key_agency = c.key_agency and s.figure = f.figure and s.key_type = t.type
left join district d on d.code = c.key_district
left join category k on k.code = c.key_category
left join agency a on a.code = c.key_agency
-- the name it had then
left join obligation o on o.year = c.key_year and o.agency = c.key_agency and not :current
limit :most
