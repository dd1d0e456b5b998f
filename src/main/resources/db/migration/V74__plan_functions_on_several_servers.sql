-- Citus does not plan the parameters of a function in SQL, nor a join of the lines of a function with tables of several servers. These
-- functions do the same as before, in several statements. Their plans depend on the values, as Citus does not plan without them.

create or replace function add_facts(years smallint[], agencies text[]) returns void language plpgsql
    set plan_cache_mode = force_custom_plan as $$
declare
    numbers integer[] := array(select a.number from agency a where a.code = any(agencies));
    counted_years smallint[]; counted_agencies integer[]; counted_places integer[]; counted_categories smallint[]; counted_revisions integer[];
begin
    select array_agg(c.year), array_agg(c.agency), array_agg(c.place), array_agg(c.category), array_agg(c.revision)
    into counted_years, counted_agencies, counted_places, counted_categories, counted_revisions
    from coverage c
    where c.agency = any(numbers) and c.year = any(years) and c.revision is not null;

    if counted_years is not null then
        insert into fact (series, year, place, agency, category, value)
        select v.series, c.year, c.place, c.agency, c.category, cast(v.value / s.unit as bigint)
        from unnest(counted_years, counted_agencies, counted_places, counted_categories, counted_revisions)
            as c (year, agency, place, category, revision)
        join agency a on a.number = c.agency
        join figure_value v
            on v.series = any(array(select id from series)) and v.year = c.year and v.agency = a.code and v.revision = c.revision
        join series s on s.id = v.series
        on conflict do nothing;
    end if;
end
$$;

-- The rebuild of both tables.
create or replace function rebuild_coverage() returns void language plpgsql as $$
begin
    -- a transaction that has a snapshot has locked figure_value, which a rebuild replaces: none reads an empty table
    truncate fact, coverage;
    -- a database that was loaded a moment ago has no statistics yet, and the plans below would take hours
    analyze agency, obligation, filing, revision, figure_value;
    update revision r set nil = n.nil
    from (select r.agency, r.year, r.revision, v.agency is null as nil
          from revision r
          left join (select distinct year, agency, revision from figure_value) v
              on v.year = r.year and v.agency = r.agency and v.revision = r.revision) n
    where r.agency = n.agency and r.year = n.year and r.revision = n.revision and r.nil <> n.nil;
    -- in two statements, because Citus does not plan the function in this view together with a distributed table
    create temporary table counted_coverage on commit drop as
    select year, agency, place, category, revision, owes, on_time, nil, nil_stated
    from coverage_source;
    insert into coverage (year, agency, place, category, revision, owes, on_time, nil, nil_stated)
    select year, agency, place, category, revision, owes, on_time, nil, nil_stated
    from counted_coverage;
    drop table counted_coverage;
    analyze coverage;
    -- as fact_source, but for all reports at once
    insert into fact (series, year, place, agency, category, value)
    select v.series, c.year, c.place, c.agency, c.category, cast(v.value / s.unit as bigint)
    from figure_value v
    join agency a on a.code = v.agency
    join coverage c on c.year = v.year and c.agency = a.number and c.revision = v.revision
    join series s on s.id = v.series
    -- in the order of the key, whose pages are full then
    order by v.series, c.year, c.place, c.agency;
    analyze fact;
end
$$;

-- The lines are worked out from tables of one server first, and then stored, in statements that touch no other table. A statement without
-- anything to do is left out.
create or replace function renew_coverage(years smallint[], agencies text[]) returns void language plpgsql
    set plan_cache_mode = force_custom_plan as $$
declare
    asked_years smallint[]; asked_agencies integer[];
    wanted_years smallint[]; wanted_agencies integer[]; wanted_places integer[]; wanted_categories smallint[]; wanted_revisions integer[];
    wanted_owes boolean[]; wanted_on_time boolean[]; wanted_nil boolean[]; wanted_nil_stated boolean[];
    stale_years smallint[]; stale_agencies integer[]; stale_places integer[];
    dropped_years smallint[]; dropped_agencies integer[];
begin
    select array_agg(n.year), array_agg(n.agency),
           array_agg(n.year) filter (where n.place is null), array_agg(n.agency) filter (where n.place is null),
           array_agg(n.year) filter (where n.place is not null), array_agg(n.agency) filter (where n.place is not null),
           array_agg(n.place) filter (where n.place is not null), array_agg(n.category) filter (where n.place is not null),
           array_agg(n.revision) filter (where n.place is not null), array_agg(n.owes) filter (where n.place is not null),
           array_agg(n.on_time) filter (where n.place is not null), array_agg(n.nil) filter (where n.place is not null),
           array_agg(n.nil_stated) filter (where n.place is not null)
    into asked_years, asked_agencies, dropped_years, dropped_agencies, wanted_years, wanted_agencies, wanted_places, wanted_categories,
         wanted_revisions, wanted_owes, wanted_on_time, wanted_nil, wanted_nil_stated
    from (select n.year, a.number as agency, w.place, w.category, w.revision, w.owes, w.on_time, w.nil, w.nil_stated
          from (select distinct u.year, u.agency from unnest(years, agencies) as u (year, agency)) n
          join agency a on a.code = n.agency
          left join lateral coverage_of(n.year, n.agency) w on true) n;

    select array_agg(c.year), array_agg(c.agency), array_agg(c.place)
    into stale_years, stale_agencies, stale_places
    from coverage c
    join unnest(asked_years, asked_agencies) as n (year, agency) on n.year = c.year and n.agency = c.agency
    left join unnest(wanted_years, wanted_agencies, wanted_places, wanted_categories, wanted_revisions)
        as w (year, agency, place, category, revision) on w.year = c.year and w.agency = c.agency
    where c.revision is not null
      and (w.agency is null or (w.revision, w.place, w.category) is distinct from (c.revision, c.place, c.category));

    if stale_years is not null then
        delete from fact f using unnest(stale_years, stale_agencies, stale_places) as o (year, agency, place)
        where f.series = any(array(select s.id from series s)) and f.year = o.year and f.place = o.place and f.agency = o.agency;
    end if;

    if dropped_years is not null then
        delete from coverage c using unnest(dropped_years, dropped_agencies) as n (year, agency)
        where c.year = n.year and c.agency = n.agency;
    end if;

    insert into coverage as c (year, agency, place, category, revision, owes, on_time, nil, nil_stated)
    select w.year, w.agency, w.place, w.category, w.revision, w.owes, w.on_time, w.nil, w.nil_stated
    from unnest(wanted_years, wanted_agencies, wanted_places, wanted_categories, wanted_revisions, wanted_owes, wanted_on_time, wanted_nil,
                wanted_nil_stated) as w (year, agency, place, category, revision, owes, on_time, nil, nil_stated)
    on conflict (agency, year) do update
        set place = excluded.place, category = excluded.category, revision = excluded.revision, owes = excluded.owes,
            on_time = excluded.on_time, nil = excluded.nil, nil_stated = excluded.nil_stated
        where (c.place, c.category, c.revision, c.owes, c.on_time, c.nil, c.nil_stated)
            is distinct from (excluded.place, excluded.category, excluded.revision, excluded.owes, excluded.on_time, excluded.nil,
                              excluded.nil_stated);
end
$$;

-- The plan depends on how many figures were added.
create or replace function add_new_facts() returns trigger language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
    added_series smallint[]; added_years smallint[]; added_agencies integer[]; added_revisions integer[]; added_values numeric[];
    -- constants tell Citus which workers to ask
    numbers integer[]; years smallint[];
    counted_years smallint[]; counted_agencies integer[]; counted_places integer[]; counted_categories smallint[]; counted_revisions integer[];
begin
    select array_agg(v.series), array_agg(v.year), array_agg(a.number), array_agg(v.revision), array_agg(v.value),
           array_agg(distinct a.number), array_agg(distinct v.year)
    into added_series, added_years, added_agencies, added_revisions, added_values, numbers, years
    from added v
    join agency a on a.code = v.agency;

    select array_agg(c.year), array_agg(c.agency), array_agg(c.place), array_agg(c.category), array_agg(c.revision)
    into counted_years, counted_agencies, counted_places, counted_categories, counted_revisions
    from coverage c
    where c.agency = any(numbers) and c.year = any(years) and c.revision is not null;

    if counted_years is not null then
        insert into fact (series, year, place, agency, category, value)
        select v.series, c.year, c.place, c.agency, c.category, cast(v.value / s.unit as bigint)
        from unnest(added_series, added_years, added_agencies, added_revisions, added_values)
            as v (series, year, agency, revision, value)
        join unnest(counted_years, counted_agencies, counted_places, counted_categories, counted_revisions)
            as c (year, agency, place, category, revision)
            on c.agency = v.agency and c.year = v.year and c.revision = v.revision
        join series s on s.id = v.series;
    end if;
    return null;
end
$$;
