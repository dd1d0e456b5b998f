-- Figures are joined with a copy of the coverage on this server: Citus would send all figures to the workers to join them there.
create or replace function rebuild_coverage() returns void language plpgsql set plan_cache_mode = force_custom_plan as $$
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
    create temporary table counted_coverage on commit drop as
    select year, agency, place, category, revision, owes, on_time, nil, nil_stated
    from coverage_source;
    analyze counted_coverage;
    insert into coverage (year, agency, place, category, revision, owes, on_time, nil, nil_stated)
    select year, agency, place, category, revision, owes, on_time, nil, nil_stated
    from counted_coverage;
    analyze coverage;
    -- as fact_source, but for all reports at once
    insert into fact (series, year, place, agency, category, value)
    select v.series, c.year, c.place, c.agency, c.category, cast(v.value / s.unit as bigint)
    from figure_value v
    join agency a on a.code = v.agency
    join counted_coverage c on c.year = v.year and c.agency = a.number and c.revision = v.revision
    join series s on s.id = v.series
    -- in the order of the key, whose pages are full then
    order by v.series, c.year, c.place, c.agency;
    drop table counted_coverage;
    analyze fact;
end
$$;
