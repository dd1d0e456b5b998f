-- A table with an identity column cannot become a reference table of Citus. The numbers go on as before.
create sequence place_number as integer owned by place.id;
create sequence series_number as smallint owned by series.id;
select setval('place_number', max(id)) from place having count(*) > 0;
select setval('series_number', max(id)) from series having count(*) > 0;
alter table place
    alter id drop identity,
    alter id set default nextval('place_number');
alter table series
    alter id drop identity,
    alter id set default nextval('series_number');
