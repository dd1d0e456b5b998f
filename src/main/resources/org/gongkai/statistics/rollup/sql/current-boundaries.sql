-- The reports that a roll-up counts, under the agencies, districts and categories that continue the former ones today.
-- Follows data/source-tables.sql and comes before sums.sql:
--
--     cat data/source-tables.sql rollup/sql/current-boundaries.sql rollup/sql/sums.sql rollup/sql/answer.sql \
--         | psql -v ...
--
-- Variables:
--   kind         the kind of the agencies, as a text in SQL
--   inDistricts, inCategories, inAgencies   whether these are filtered, by :'askedDistricts', :'categories' and :'agencies'
--   byPlace      whether districts matter: rows are grouped by them, or they are filtered
--   atLevel      whether districts are grouped under the district of the level :'level' or above
--   manyYears    whether several years count
--   hasUnlisted  whether any agency has reported without being on a roster
--   hasUnopened  whether any of the years, :'yearList', has not been opened
--   hasRunning   whether any of the years is not over: only reports count in those later than :'lastYear', and none is expected
, agency_heir as (
    -- an agency counts as the agency that continues its tasks today
    with recursive agency_line as (
        select a.code, a.code as heir, a.successor as next
        from agency a
        union all
        select l.code, n.code, n.successor
        from agency_line l
        join agency n on n.code = l.next
    )
    select code, heir from agency_line where next is null
)
, district_heir as (
    with recursive district_line as (
        select d.code, d.code as heir, d.successor as next
        from district d
        union all
        select l.code, n.code, n.successor
        from district_line l
        join district n on n.code = l.next
    )
    select code, heir from district_line where next is null
)
\if :byPlace
, location as (
    -- the districts that count, each with the district of its group: the lowest of its ancestors and itself that is not below the
    -- level; agencies of a higher level are listed under their own district and are not lost
    select h.code as id,
\if :atLevel
           coalesce((select oh.heir
                     from district o
                     join district_heir oh on oh.code = o.code
                     where o.code = any(string_to_array(d.path, '/')) and o.level <= :'level'
                     order by o.level desc
                     limit 1), d.code) as key
\else
           d.code as key
\endif
    from district_heir h
    join district d on d.code = h.heir
\if :inDistricts
    where exists (-- an ancestor, or its successor, lies in a district of the query, or in its successor
                  select 1
                  from district o
                  join district_heir oh on oh.code = o.code
                  join district i on i.code = oh.heir
                  join district_heir fh on fh.code = any(:'askedDistricts')
                  where o.code = any(string_to_array(d.path, '/')) and fh.heir = any(string_to_array(i.path, '/')))
\endif
)
\endif
, listed as (
    -- agencies on the roster of a year that was opened
    select o.year, o.agency, o.exempt, o.deadline
    from obligation o
    where o.year :years and o.kind = :kind
)
, line as (
    -- with the revision that counts
    select o.year, o.agency, r.revision, r.nil, r.nil_stated,
\if :hasRunning
           not o.exempt and o.year <= :'lastYear' as owes,
\else
           not o.exempt as owes,
\endif
           o.deadline
    from listed o
    left join counted r
\if :manyYears
        on r.year = o.year and r.agency = o.agency
\else
        -- the condition on the year is always true, but would make the planner expect only a fraction of the lines
        on r.agency = o.agency
\endif
\if :hasRunning
    where not o.exempt and o.year <= :'lastYear' or r.revision is not null
\else
    where not o.exempt or r.revision is not null
\endif
\if :hasUnlisted
    union all
    -- agencies that have reported without being on a roster
    select r.year, r.agency, r.revision, r.nil, r.nil_stated, false, null
    from unlisted u
    join counted r on r.year = u.year and r.agency = u.agency
    join revision v on v.agency = r.agency and v.year = r.year and v.revision = r.revision
    where u.year :years and v.kind = :kind
\endif
\if :hasUnopened
    union all
    -- agencies that existed at the end of a year that was not opened, and have not reported
    select y.year, a.code, null, false, false, false, null
    from (select u.year
          from unnest(cast(:'yearList' as smallint[])) as u (year)
          where u.year not in (select c.year from cycle c) and u.year <= :'lastYear') y
    cross join agency a
    where a.kind = :kind
      and coalesce(a.valid_from <= make_date(y.year, 12, 31), true)
      and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
      and not exists (select 1 from counted r where r.year = y.year and r.agency = a.code)
\endif
)
, located as not materialized (
    select l.year, h.heir as agency, a.district as place, a.category, l.agency as reporter, l.revision, l.nil, l.nil_stated,
           l.owes, l.deadline
    from line l
    join agency_heir h on h.code = l.agency
    join agency a on a.code = h.heir
    where true
\if :inCategories
      and a.category = any(:'categories')
\endif
\if :inAgencies
      and h.heir in (select g.heir from agency_heir g where g.code = any(:'agencies'))
\endif
)
