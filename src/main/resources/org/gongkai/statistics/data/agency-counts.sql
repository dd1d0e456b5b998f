-- How many agencies of a kind a filter selects at most, and how many districts, categories and opened years there are.
--
-- Variables:
--   kind   the kind of the agencies
--   inDistricts, inCategories, inAgencies   whether these are filtered, by :'districts', :'categories' and :'agencies'
select (select count(*)
        from agency a
\if :inDistricts
        join district d on d.code = a.district
\endif
        where a.kind = :'kind'
\if :inDistricts
          and d.place in (select w.place from place_within w where w.district = any(:'districts'))
\endif
\if :inCategories
          and a.category = any(:'categories')
\endif
\if :inAgencies
          and a.code = any(:'agencies')
\endif
       ) as agencies,
       (select count(*) from district) as districts,
       (select count(*) from category) as categories,
       (select count(*) from cycle) as years
