-- A place is a district with its ancestors and their levels. A county that moves to another city gets another place. Rosters and
-- revisions refer to places, so that a later move does not change them. A place is never changed or deleted.
create table place (
    id       integer    generated always as identity constraint place_pk primary key,
    -- the districts from the topmost one down to this one
    codes    text[]     not null,
    -- the level of each: 1 province, 2 city, 3 county, 4 town
    levels   smallint[] not null,
    -- code of the district itself, the last of the codes
    district text       not null,
    constraint place_once unique (codes, levels)
);

-- Every place within a district, at any depth.
create table place_within (
    district text    not null,
    place    integer not null constraint place_within_place_fk references place,
    constraint place_within_pk primary key (district, place)
);

-- Returns the place of a district with this path and level, and adds it if it is new.
create function place_of(path text, own_level smallint) returns integer language plpgsql as $$
declare
    above text[] := string_to_array(rtrim(path, '/'), '/');
    ranks smallint[] := array(
        select case when a.position = cardinality(above) then own_level else d.level end
        from unnest(above) with ordinality as a (code, position)
        left join district d on d.code = a.code
        order by a.position);
    found_id integer := (select id from place p where p.codes = above and p.levels = ranks);
begin
    if found_id is null then
        insert into place (codes, levels, district) values (above, ranks, above[cardinality(above)]) returning id into found_id;
        insert into place_within select code, found_id from unnest(above) as a (code);
    end if;
    return found_id;
end
$$;

alter table district add place integer constraint district_place_fk references place;
alter table district_version add place integer;

update district set place = place_of(path, level);
update district_version set place = place_of(path, level);

alter table district alter place set not null;
alter table district_version alter place set not null;

create function set_place() returns trigger language plpgsql as $$
begin
    new.place := place_of(new.path, new.level);
    return new;
end
$$;

create trigger district_has_place before insert or update of path, level on district
    for each row execute function set_place();

-- The places of the districts inside contain the level, too.
create function renew_places_inside() returns trigger language plpgsql as $$
begin
    update district set path = path where path like new.path || '%' and code <> new.code;
    return null;
end
$$;

create trigger district_renews_places_inside after update of level on district
    for each row when (old.level <> new.level) execute function renew_places_inside();
