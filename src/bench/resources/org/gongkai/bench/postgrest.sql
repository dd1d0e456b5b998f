-- The questions of the benchmark for PostgREST, over the tables that hold the whole history (ADR 8): one plain view for its aggregates, and
-- one function for each question, as a developer would write them.
drop schema if exists peer cascade;
create schema peer;

create view peer.category as select code, name from public.category;

create view peer.figure_in_force as
select v.year, o.district, o.category, o.agency, o.name as agency_name, s.figure, s.applicant_type, v.value
from public.figure_value v
join public.series s on s.id = v.series
join public.revision r on r.year = v.year and r.agency = v.agency and r.revision = v.revision and r.status = 'ACCEPTED'
join public.obligation o on o.year = v.year and o.agency = v.agency and o.kind = 'DEPARTMENT';

create function peer.by_category(asked_year smallint, asked_figure text)
    returns table (category text, name text, value numeric, reports bigint, expected bigint) language sql stable as $$
    select o.category, k.name, sum(v.value), count(r.revision), count(*)
    from public.obligation o
    join public.category k on k.code = o.category
    left join public.revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
    left join public.figure_value v
        on v.series = (select s.id from public.series s where s.figure = asked_figure and s.applicant_type = '_T')
        and v.year = o.year and v.agency = o.agency and v.revision = r.revision
    where o.year = asked_year and o.kind = 'DEPARTMENT' and not o.exempt
    group by o.category, k.name
    order by o.category
$$;

create function peer.by_category_of_district(asked_district text, asked_year smallint, asked_figure text)
    returns table (category text, name text, value numeric, reports bigint, expected bigint) language sql stable as $$
    select o.category, k.name, sum(v.value), count(r.revision), count(*)
    from public.obligation o
    join public.category k on k.code = o.category
    left join public.revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
    left join public.figure_value v
        on v.series = (select s.id from public.series s where s.figure = asked_figure and s.applicant_type = '_T')
        and v.year = o.year and v.agency = o.agency and v.revision = r.revision
    where o.year = asked_year and o.kind = 'DEPARTMENT' and not o.exempt
      and o.place in (select w.place from public.place_within w where w.district = asked_district)
    group by o.category, k.name
    order by o.category
$$;

create function peer.by_year(asked_figure text)
    returns table (year smallint, value numeric, reports bigint, expected bigint) language sql stable as $$
    select o.year, sum(v.value), count(r.revision), count(*)
    from public.obligation o
    left join public.revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
    left join public.figure_value v
        on v.series = (select s.id from public.series s where s.figure = asked_figure and s.applicant_type = '_T')
        and v.year = o.year and v.agency = o.agency and v.revision = r.revision
    where o.kind = 'DEPARTMENT' and not o.exempt
    group by o.year
    order by o.year
$$;

create function peer.ranking(asked_district text, asked_year smallint, asked_figure text)
    returns table (agency text, name text, value numeric) language sql stable as $$
    select o.agency, o.name, coalesce(v.value, 0)
    from public.obligation o
    join public.revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
    left join public.figure_value v
        on v.series = (select s.id from public.series s where s.figure = asked_figure and s.applicant_type = '_T')
        and v.year = o.year and v.agency = o.agency and v.revision = r.revision
    where o.year = asked_year and o.kind = 'DEPARTMENT' and not o.exempt
      and o.place in (select w.place from public.place_within w where w.district = asked_district)
    order by 3 desc, o.agency
    limit 20
$$;

-- The sums only: without the agencies that have contributed, those that are missing, and the comparison with the government's own report.
create function peer.consolidated(asked_district text, asked_year smallint)
    returns table (figure text, applicant_type text, value numeric) language sql stable as $$
    select s.figure, s.applicant_type, sum(v.value)
    from public.obligation o
    join public.revision r on r.year = o.year and r.agency = o.agency and r.status = 'ACCEPTED'
    join public.figure_value v
        on v.series = any (array(select id from public.series)) and v.year = o.year and v.agency = o.agency and v.revision = r.revision
    join public.series s on s.id = v.series
    where o.year = asked_year and o.kind = 'DEPARTMENT'
      and o.place in (select w.place from public.place_within w where w.district = asked_district)
    group by s.figure, s.applicant_type
$$;
