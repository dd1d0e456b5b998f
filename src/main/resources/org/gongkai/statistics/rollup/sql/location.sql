-- The places that count for a roll-up that is grouped by districts as of the time of the report. Follows data/source-tables.sql.
--
-- Variables:
--   byPlace      whether rows are grouped by districts
--   atLevel      whether districts are grouped under the district of the level :'level' or above
--   inDistricts  whether districts are filtered, by :places, the places in the districts of the query, as the right side of a condition
\if :byPlace
, location as (
    -- the places that count, each with the district of its group: the lowest of its ancestors and itself that is not below the
    -- level; agencies of a higher level are listed under their own district and are not lost
    select p.id,
\if :atLevel
           coalesce((select o.code
                     from unnest(p.codes, p.levels) as o (code, level)
                     where o.level <= :'level'
                     order by o.level desc
                     limit 1), p.district) as key
\else
           p.district as key
\endif
    from place p
\if :inDistricts
    where p.id :places
\endif
)
\endif
