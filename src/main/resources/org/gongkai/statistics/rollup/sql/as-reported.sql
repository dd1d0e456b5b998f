-- The reports that a roll-up counts, under the agencies, districts and categories of the time of the report: those of the roster
-- or, where no roster lists the report, those of the agency when the revision was submitted.
-- Follows location.sql and comes before sums.sql:
--
--     cat data/source-tables.sql rollup/sql/location.sql rollup/sql/as-reported.sql rollup/sql/sums.sql rollup/sql/answer.sql \
--         | psql -v ...
--
-- Variables:
--   kind         the kind of the agencies, as a text in SQL
--   inDistricts, inCategories, inAgencies   whether these are filtered, by :places, :'categories' and :'agencies'
--   places       the places in the districts of the query, as the right side of a condition: = 17, or = any('{...}')
--   sameArea     whether the rosters list all agencies of the query, and these belong to one district
--   manyYears    whether several years count
--   hasUnlisted  whether any agency has reported without being on a roster
--   hasUnopened  whether any of the years, :'yearList', has not been opened
--   hasRunning   whether any of the years is not over: only reports count in those later than :'lastYear', and none is expected
, listed as (
    -- agencies on the roster of a year that was opened
    select o.year, o.agency, o.place, o.category, o.exempt, o.deadline
    from obligation o
    where o.year :years and o.kind = :kind
\if :inDistricts
      and o.place :places
\endif
\if :inCategories
      and o.category = any(:'categories')
\endif
\if :inAgencies
      and o.agency = any(:'agencies')
\endif
)
\if :hasUnopened
, department as not materialized (
    -- agencies that nothing is known of but the registry
    select a.code, d.place, a.category, a.valid_from, a.valid_to
    from agency a
    join district d on d.code = a.district
    where a.kind = :kind
\if :inDistricts
      and d.place :places
\endif
\if :inCategories
      and a.category = any(:'categories')
\endif
\if :inAgencies
      and a.code = any(:'agencies')
\endif
)
\endif
\if :sameArea
, area as (
    -- codes of agencies of one district mostly start alike: few other codes lie between the first and the last of them
    select min(agency) as first, max(agency) as last from listed
)
\endif
, line as (
    -- with the revision that counts
    select o.year, o.agency, o.place, o.category, r.revision, r.nil, r.nil_stated,
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
\if :sameArea
        and r.agency between (select first from area) and (select last from area)
\endif
\if :hasRunning
    where not o.exempt and o.year <= :'lastYear' or r.revision is not null
\else
    where not o.exempt or r.revision is not null
\endif
\if :hasUnlisted
    union all
    -- agencies that have reported without being on a roster
    select r.year, r.agency, v.place, v.category, r.revision, r.nil, r.nil_stated, false, null
    from unlisted u
    join counted r on r.year = u.year and r.agency = u.agency
    join revision v on v.agency = r.agency and v.year = r.year and v.revision = r.revision
    where u.year :years and v.kind = :kind
\if :inDistricts
      and v.place :places
\endif
\if :inCategories
      and v.category = any(:'categories')
\endif
\if :inAgencies
      and r.agency = any(:'agencies')
\endif
\endif
\if :hasUnopened
    union all
    -- agencies that existed at the end of a year that was not opened, and have not reported
    select y.year, a.code, a.place, a.category, null, false, false, false, null
    from (select u.year
          from unnest(cast(:'yearList' as smallint[])) as u (year)
          where u.year not in (select c.year from cycle c) and u.year <= :'lastYear') y
    cross join department a
    where coalesce(a.valid_from <= make_date(y.year, 12, 31), true)
      and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
      and not exists (select 1 from counted r where r.year = y.year and r.agency = a.code)
\endif
)
, located as not materialized (
    select year, agency, place, category, agency as reporter, revision, nil, nil_stated, owes, deadline from line
)
