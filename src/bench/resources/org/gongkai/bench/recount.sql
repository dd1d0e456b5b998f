-- The number of lines in which the tables of what is in force differ from what they are derived from.
select (select count(*)
        from ((select year, agency, place, category, revision, owes, on_time, nil from coverage
               except all
               select year, agency, place, category, revision, owes, on_time, nil from coverage_source)
              union all
              (select year, agency, place, category, revision, owes, on_time, nil from coverage_source
               except all
               select year, agency, place, category, revision, owes, on_time, nil from coverage)) c)
     + (select count(*)
        from ((select series, year, place, agency, category, value from fact
               except all
               select series, year, place, agency, category, value from fact_source)
              union all
              (select series, year, place, agency, category, value from fact_source
               except all
               select series, year, place, agency, category, value from fact)) f)
