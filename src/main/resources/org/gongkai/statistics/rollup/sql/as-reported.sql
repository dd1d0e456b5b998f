-- The reports that a roll-up counts, under the agencies, districts and categories of the time of the report.
-- Follows data/source-tables.sql and comes before sums.sql:
--
--     cat data/source-tables.sql rollup/sql/as-reported.sql rollup/sql/sums.sql | psql -v ...
--
-- Variables:
--   inDistricts, inCategories, inAgencies   whether these are filtered, by :districts, :'categories' and :'agencies'
--   districts    the districts that count, with all districts in them, as the right side of a condition: = '350128', or = any('{...}')
--   byPlace      whether districts matter: rows are grouped by them
--   atLevel      whether districts are grouped under the district of the level :'level' or above
--   sameArea     whether the rosters list all agencies of the query, and these belong to one district
--   manyYears    whether several years count
--   hasUnlisted  whether any agency has reported without being on a roster
--   hasUnopened  whether any of the years, :'yearList', has not been opened
--   onTime       whether deadlines are compared
\if :byPlace
, place as (
    -- the districts that count, each with the district of its group: the lowest of its ancestors and itself that is not below the
    -- level; agencies of a higher level are listed under their own district and are not lost
    select d.code,
\if :atLevel
           coalesce((select o.code
                     from district o
                     where o.code = any(string_to_array(d.path, '/')) and o.level <= :'level'
                     order by o.level desc
                     limit 1), d.code) as key
\else
           d.code as key
\endif
    from district d
\if :inDistricts
    where d.code :districts
\endif
)
\endif
, listed as (
    -- agencies on the roster of a year that was opened
    select o.year, o.agency, o.district, o.category, o.exempt,
\if :onTime
           o.deadline
\else
           -- the key of the roster holds all other columns: the table itself is not read
           cast(null as date) as deadline
\endif
    from obligation o
    where o.year :years and o.kind = 'DEPARTMENT'
\if :inDistricts
      and o.district :districts
\endif
\if :inCategories
      and o.category = any(:'categories')
\endif
\if :inAgencies
      and o.agency = any(:'agencies')
\endif
)
, department as not materialized (
    -- agencies that are counted without being on a roster
    select a.code, a.district, a.category, a.valid_from, a.valid_to
    from agency a
    where a.kind = 'DEPARTMENT'
\if :inDistricts
      and a.district :districts
\endif
\if :inCategories
      and a.category = any(:'categories')
\endif
\if :inAgencies
      and a.code = any(:'agencies')
\endif
)
\if :sameArea
, area as (
    -- codes of agencies of one district mostly start alike: few other codes lie between the first and the last of them
    select min(agency) as first, max(agency) as last from listed
)
\endif
, line as (
    -- with the revision that counts
    select o.year, o.agency, o.district, o.category, r.revision, not o.exempt as owes, o.deadline
    from listed o
    left join counted r
\if :manyYears
        on r.year = o.year and r.agency = o.agency
\else
        -- the condition on the year is always true, but would make the planner expect only a fraction of the lines
        on r.agency = o.agency
\endif
\if :sameArea
        and r.agency between (select first from area) and (select last from area)
\endif
    where not o.exempt or r.revision is not null
\if :hasUnlisted
    union all
    -- agencies that have reported without being on a roster
    select r.year, a.code, a.district, a.category, r.revision, false, null
    from unlisted u
    join counted r on r.year = u.year and r.agency = u.agency
    join department a on a.code = u.agency
    where u.year :years
\endif
\if :hasUnopened
    union all
    -- agencies that existed at the end of a year that was not opened, and have not reported
    select y.year, a.code, a.district, a.category, null, false, null
    from (select u.year
          from unnest(cast(:'yearList' as smallint[])) as u (year)
          where u.year not in (select c.year from cycle c)) y
    cross join department a
    where coalesce(a.valid_from <= make_date(y.year, 12, 31), true)
      and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
      and not exists (select from counted r where r.year = y.year and r.agency = a.code)
\endif
)
, located as not materialized (
    select year, agency, district, category, agency as reporter, revision, owes, deadline from line
)
