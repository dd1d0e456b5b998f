-- A roster keeps the district of an agency with its ancestors, as they were when the agency was added to the roster.
alter table obligation add place integer constraint obligation_place_fk references place;
alter table obligation_version add place integer;

update obligation o set place = coalesce(
    (select v.place
     from cycle c
     join district_version v on v.code = o.district and v.since <= c.opened_at and c.opened_at < v.until
     where c.year = o.year),
    (select d.place from district d where d.code = o.district));
update obligation_version v set place = (select o.place from obligation o where o.year = v.year and o.agency = v.agency);

alter table obligation alter place set not null;
alter table obligation_version alter place set not null;

create function freeze_place() returns trigger language plpgsql as $$
begin
    new.place := (select d.place from district d where d.code = new.district);
    return new;
end
$$;

create trigger obligation_freezes_place before insert on obligation for each row execute function freeze_place();

-- Roll-ups read places instead of districts.
drop index obligation_by_district;
create index obligation_by_place on obligation (year, place) include (agency, category, kind, exempt);
alter table obligation drop constraint obligation_pk;
alter table obligation add constraint obligation_pk primary key (year, agency) include (place, category, kind, exempt);
