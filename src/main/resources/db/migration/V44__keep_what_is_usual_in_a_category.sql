-- The largest values that are usual in a category, computed when a report year is opened: a report without an earlier one of its agency is
-- compared with them.
create table usual_figure (
    year     smallint not null constraint usual_figure_cycle_fk references cycle on delete cascade,
    category text     not null constraint usual_figure_category_fk references category,
    kind     text     not null constraint usual_figure_kind_known check (kind in ('DEPARTMENT', 'GOVERNMENT')),
    series   smallint not null,
    most     numeric  not null,
    constraint usual_figure_pk primary key (year, category, kind, series)
);
