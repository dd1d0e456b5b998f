-- A roll-up. Whatever it is not grouped by has one empty key for all rows, and an empty list filters nothing; both are bound, so
-- the planner sees constants and drops what a question does not need.
with scope as (
    -- the departments the question is about, under the keys they are counted under
    select a.code as agency,
           case
               when not :byDistrict then ''
               when :level = 0 then d.code
               -- of the district and those it lies in, the lowest that is not below the level: what belongs to a higher level
               -- than asked for is listed under its own district, not lost
               else coalesce((select o.code
                              from district o
                              where starts_with(d.path, o.path) and o.level <= :level
                              order by o.level desc
                              limit 1), d.code)
           end as key_district,
           case when :byCategory then a.category else '' end as key_category,
           case when :byAgency then a.code else '' end as key_agency
    from agency a
    join district d on d.code = a.district
    where a.kind = 'DEPARTMENT'
      and (cardinality(cast(:districts as text[])) = 0
           or exists (select from district f where f.code = any(cast(:districts as text[])) and starts_with(d.path, f.path)))
      and (cardinality(cast(:categories as text[])) = 0 or a.category = any(cast(:categories as text[])))
      and (cardinality(cast(:agencies as text[])) = 0 or a.code = any(cast(:agencies as text[])))
),
years as (
    -- the years each span of figures is counted for: not every figure is on the form of every year
    select *
    from unnest(cast(:spanOfYear as int[]), cast(:years as int[])) as y (span, year)
),
owed as (
    -- one report per department and year, with the revision in force where there is one
    select y.span, s.agency, y.year, r.revision,
           case when :byYear then y.year else 0 end as key_year,
           s.key_district, s.key_category, s.key_agency
    from scope s
    cross join years y
    left join revision r on r.agency = s.agency and r.year = y.year and r.status = 'ACCEPTED'
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
    join figure_value v on v.agency = c.agency and v.year = c.year and v.revision = c.revision
    join asked q on q.leaf = v.figure and q.span = c.span
    where cardinality(cast(:applicantTypes as text[])) = 0 or v.applicant_type = any(cast(:applicantTypes as text[]))
    group by c.key_year, c.key_district, c.key_category, c.key_agency, q.figure, key_type
)
select c.key_year, c.key_district, d.name as district_name, c.key_category, k.name as category_name,
       c.key_agency, a.name as agency_name, t.type, f.figure,
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
limit :most
