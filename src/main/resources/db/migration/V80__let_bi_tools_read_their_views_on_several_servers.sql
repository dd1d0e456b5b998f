-- If a statement reads a table that Citus manages, Citus checks the rights of the reader on all tables, instead of those of the owner of the
-- view. So the views for BI tools read no such table: a function returns the codes of places, and published_series contains those of series.

-- Returns the codes of all places, which a reader finds in the views as well.
create function known_places() returns table (place integer, of_district text, within text[], ranks smallint[])
    language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    return query select p.id, p.district, p.codes, p.levels from place p;
end
$$;

-- By "distinct on" the planner knows the key, and leaves the function out if a query uses none of its columns.
create or replace view place_name as
select p.place, p.district, d.name as district_name,
       p.province, province.name as province_name, p.city, city.name as city_name,
       p.county, county.name as county_name, p.town, town.name as town_name
from (select distinct on (k.place) k.place, k.of_district as district,
             k.within[array_position(k.ranks, 1::smallint)] as province,
             k.within[array_position(k.ranks, 2::smallint)] as city,
             k.within[array_position(k.ranks, 3::smallint)] as county,
             k.within[array_position(k.ranks, 4::smallint)] as town
      from known_places() k) p
left join district d on d.code = p.district
left join district province on province.code = p.province
left join district city on city.code = p.city
left join district county on county.code = p.county
left join district town on town.code = p.town;

-- Copies of what table series has. The release before does not store them, so they are not required.
alter table published_series
    add figure text,
    add applicant_type text;

update published_series n
set figure = s.figure, applicant_type = s.applicant_type
from series s
where s.id = n.series;

create or replace view bi_figure with (security_barrier) as
select r.year, r.agency, r.agency_name,
       p.district, p.district_name, p.province, p.province_name, p.city, p.city_name,
       p.county, p.county_name, p.town, p.town_name,
       r.category, c.name as category_name,
       n.figure, f.zh as figure_zh, f.en as figure_en,
       n.section, n.position, n.composed, n.measure, n.unit, u.zh as unit_zh, u.en as unit_en,
       nullif(n.applicant_type, '_T') as applicant_type, t.zh as applicant_type_zh, t.en as applicant_type_en,
       coalesce(v.value, 0) as value
from report_in_force r
join (select first_year, lead(first_year, 1, 10000) over (order by first_year) as next_year
      from (select distinct first_year::integer from published_series) form) form
    on form.first_year <= r.year and r.year < form.next_year
join published_series n on n.first_year = form.first_year
left join figure_value v
    on v.series = n.series and v.year = r.year and v.agency = r.agency and v.revision = r.revision
left join place_name p on p.place = r.place
left join category c on c.code = r.category
left join label f on f.list = 'figure' and f.code = n.figure
left join label u on u.list = 'unit' and u.code = n.unit
left join label t on t.list = 'applicantType' and t.code = n.applicant_type
where r.kind = 'DEPARTMENT';
