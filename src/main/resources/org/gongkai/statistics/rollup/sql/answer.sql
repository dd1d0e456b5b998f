-- The answer of a roll-up: a row for each group, with names, and a row for each of its sums. Follows one of in-force.sql and sums.sql.
--
-- Variables:
--   keys         the columns of a group: span, then those of key_year, key_district, key_category and key_agency that are grouped by
--   byDistrict, byCategory, byAgency   whether rows are grouped by these
--   formerNames  whether agencies are named as in the year of the row
--   maxRows      how many groups, and how many rows made of them, an answer may have at most; :'rowsOfSpan' is how many rows a group of
--                each span has
, answer as (
    (select :keys, cast(null as smallint) as series, cast(null as numeric) as value,
            c.reports, c.expected, c.on_time, c.owing, c.late, c.nil, c.nil_stated
\if :byDistrict
            , d.name as district_name
\endif
\if :byCategory
            , k.name as category_name
\endif
\if :byAgency
\if :formerNames
            , coalesce(o.name, g.name) as agency_name
\else
            , g.name as agency_name
\endif
\endif
     from grouped c
\if :byDistrict
     left join district d on d.code = c.key_district
\endif
\if :byCategory
     left join category k on k.code = c.key_category
\endif
\if :byAgency
     left join agency g on g.code = c.key_agency
\if :formerNames
     left join obligation o on o.year = c.key_year and o.agency = c.key_agency
\endif
\endif
     limit :'maxRows' + 1)
    union all
    (select :keys, series, value, null, null, null, null, null, null, null
\if :byDistrict
            , null
\endif
\if :byCategory
            , null
\endif
\if :byAgency
            , null
\endif
     from sums
     -- an answer that would be too long is not made
     where (select sum((cast(:'rowsOfSpan' as int[]))[span + 1]) from grouped) <= :'maxRows')
)
-- the state of the data is answered even where there is nothing to add up
select state.total, state.snapshot, answer.*
from state
left join answer on true
