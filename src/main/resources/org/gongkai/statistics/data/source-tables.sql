-- The tables that statistics read: as they are, or as they were at an instant. A name defined here hides the table of the same name.
-- "not materialized" lets the planner treat each definition as if it were written in place.
--
-- This file is the first part of a statement; the files that follow it complete the statement. To run one in psql, set the variables
-- of all its parts and concatenate the files:
--
--     cat data/source-tables.sql rollup/sql/scope.sql \
--         | psql -v atInstant=false -v submitted=false -v years='= 2024' -v districts='{350100}' -v yearList='{2024}'
--
-- Variables:
--   atInstant   true: the tables as they were at :'instant'; false: as they are
--   submitted   true: the newest revision that is in force or waits counts; false: only the revision in force
--   years       the report years that count, as the right side of a condition: = 2024, or = any('{2023,2024}')
with
\if :atInstant
district as not materialized (
    select * from district_version where since <= :'instant' and :'instant' < until
),
category as not materialized (
    select * from category_version where since <= :'instant' and :'instant' < until
),
agency as not materialized (
    select * from agency_version where since <= :'instant' and :'instant' < until
),
cycle as not materialized (
    select * from cycle_version where since <= :'instant' and :'instant' < until
),
obligation as not materialized (
    select * from obligation_version where since <= :'instant' and :'instant' < until
),
revision_status as not materialized (
    select v.year, v.agency, v.revision, v.status, r.nil, r.nil_stated
    from revision_version v
    -- left out by the planner where neither is read
    left join revision r on r.agency = v.agency and r.year = v.year and r.revision = v.revision
    where v.since <= :'instant' and :'instant' < v.until
),
unlisted as not materialized (
    -- agencies that have reported for a year without being on its roster
    select distinct r.year, r.agency
    from revision_status r
    where r.year :years and not exists (select 1 from obligation o where o.year = r.year and o.agency = r.agency)
),
\else
revision_status as not materialized (
    select year, agency, revision, status, nil, nil_stated from revision
),
unlisted as not materialized (
    -- agencies that have reported for a year without being on its roster
    select year, agency from filing where unlisted
),
\endif
state (total, snapshot) as not materialized (
    -- the snapshot that the statement reads; a standby does not tell the open transactions
    select cast(sum(changes) as bigint),
           case when not pg_is_in_recovery() then cast(pg_current_snapshot() as text) end
    from data_version
),
counted as not materialized (
    -- the revision of each report that counts
\if :submitted
    select distinct on (year, agency) year, agency, revision, nil, nil_stated
    from revision_status
    where status in ('SUBMITTED', 'ACCEPTED') and year :years
    order by year, agency, revision desc
\else
    -- at most one revision of a report is in force
    select year, agency, revision, nil, nil_stated from revision_status where status = 'ACCEPTED' and year :years
\endif
)
