create table district (
    code   text     not null constraint district_pk primary key,
    name   text     not null,
    -- null for the topmost division this installation knows
    parent text     constraint district_parent_fk references district,
    -- 1 province, 2 city, 3 county, 4 town: the order of the Java enum, from 1
    level  smallint not null constraint district_level_known check (level between 1 and 4),
    -- the codes from the topmost division down to this one, each followed by a slash: 430000/430200/430212/
    path   text     not null,
    constraint district_path_ends_here check (path = code || '/' or path like '%/' || code || '/'),
    constraint district_not_own_parent check (parent <> code)
);

create index district_parent on district (parent);
-- finds all that lies within a division by the start of the path
create index district_path on district (path text_pattern_ops);

create table category (
    code text not null constraint category_pk primary key,
    name text not null
);

create table agency (
    code     text not null constraint agency_pk primary key,
    name     text not null,
    district text not null constraint agency_district_fk references district,
    category text not null constraint agency_category_fk references category,
    kind     text not null constraint agency_kind_known check (kind in ('DEPARTMENT', 'GOVERNMENT'))
);

create index agency_district on agency (district);
create index agency_category on agency (category);
